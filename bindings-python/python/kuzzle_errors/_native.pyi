from typing import final

@final
class Definition:
    """One error that Kuzzle knows."""

    @property
    def id(self) -> str:
        """`domain.subdomain.name`: decides which error it is."""

    @property
    def code(self) -> int:
        """The 32-bit number."""

    @property
    def class_name(self) -> str:
        """The name of the error type, such as `NotFoundError`."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def message(self) -> str:
        """The template of the message, with one `%s` for each param."""

    @property
    def description(self) -> str:
        """The documented sentence."""

    @property
    def params(self) -> tuple[str, ...]:
        """The names of the placeholders of the message, in order."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def by_code(code: int, /) -> Definition | None:
    """Return the definition with this code, or None.

    A negative number is the code as a signed 32-bit integer, as JavaScript writes some.
    """
