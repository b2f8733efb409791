"""The exceptions: what is raised, and what a server's answer is read into."""

from __future__ import annotations

from _thread import get_ident

from kuzzle_errors import _native

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import ClassVar

    from typing_extensions import Self

    from kuzzle_errors._definition import Definition
    from kuzzle_errors._failures import Failures
    from kuzzle_errors._literals import ClassName, Retry
    from kuzzle_errors._resolution import Conflict

CLASSES: dict[str, type[KuzzleError]] = {}
"""The exceptions by the names of Kuzzle's error types; each class enters itself when it is made."""

_open: set[tuple[int, int]] = set()
"""The errors of which the lists of errors are being written, by thread."""

STATUSES = dict(_native.classes())
"""The HTTP status of each error type, in the order of their numbers in the core, which begin with 1."""


class KuzzleError(Exception):
    """An error of a Kuzzle API, and the base of all others; on its own it has no fixed HTTP status (500 by default).

    `error` and `parse` make them, of the class that fits. Made directly it is an error of its class with a message
    and nothing more. `str` is the message; pickled or copied it stays what it is.

    >>> import kuzzle_errors
    >>> error = kuzzle_errors.error("services.storage.unknown_index", index="nyc")
    >>> error
    PreconditionError('There is no index named "nyc"')
    >>> error.status, error.retry, error.param("index")
    (412, 'never', 'nyc')
    """

    __match_args__ = ("id",)

    _kuzzle_class: ClassVar[ClassName] = "KuzzleError"
    """The name of the error type: of the class itself, or of the one that a user's class derives from."""

    # What most errors don't have stands with the class: making an error takes no longer than it must.
    _definition: Definition | None = None
    _message: str = ""
    _props: tuple[object, ...] | None = ()
    """What was given; None where the error was read."""
    _errors: tuple[object, ...] | None = None
    """What `with_errors` was given."""
    _body: bytes | None = None
    """What the error was read from; None where it was built."""
    _http_status: int | None = None
    """What came with the body."""
    _core: _native.Error | None = None
    """The same error in the core; None until it is needed."""

    def __init_subclass__(cls) -> None:
        """Enter the classes that carry the name of one of Kuzzle's error types."""
        if cls.__name__ in STATUSES and cls.__name__ not in CLASSES:
            CLASSES[cls.__name__] = cls
            cls._kuzzle_class = cls.__name__

    def __init__(self, message: object = "") -> None:
        """Make an error of this class with a message, without an id; the status is the one of the class."""
        self._message = str(message)
        super().__init__(self._message)

    @property
    def id(self) -> str | None:
        """`domain.subdomain.name`; None where no id is known."""
        return self._definition.id if self._definition is not None else self._in_core().id

    @property
    def code(self) -> int | None:
        """The code, unsigned: the definition's or, of a received error, what came; None where it is unknown."""
        if self._definition is not None and self._body is None:
            return self._definition.code
        return self._in_core().code

    @property
    def class_name(self) -> ClassName:
        """The name of Kuzzle's error type, such as `NotFoundError`."""
        return self._kuzzle_class

    @property
    def status(self) -> int:
        """The HTTP status."""
        if self._definition is not None and self._body is None:
            return self._definition.status
        return self._in_core().status

    @property
    def message(self) -> str:
        """The message; empty where none came."""
        return self._message

    @property
    def definition(self) -> Definition | None:
        """What the registry knows of the error; None where it does not have it."""
        return self._definition

    @property
    def props(self) -> tuple[object, ...]:
        """The values of the params, in order."""
        return tuple(self._in_core().props()) if self._props is None else self._props

    @property
    def stack(self) -> str | None:
        """The stack that the server sent, which it does in development only."""
        return self._in_core().stack

    @property
    def errors(self) -> tuple[object, ...]:
        """The errors in this error as they came or were given; `failures` reads them."""
        return tuple(self._in_core().errors()) if self._errors is None else self._errors

    @property
    def failures(self) -> Failures:
        """The failed items of the batch that this error reports."""
        from kuzzle_errors._failures import make

        return make(self._in_core().failures())

    @property
    def count(self) -> int:
        """The number of errors in this error."""
        return self._in_core().count

    @property
    def retry(self) -> Retry | None:
        """Whether the same request may be sent again: `never`, `later`, `check` or `login`; None where unknown."""
        return self._definition.retry if self._definition is not None else None

    @property
    def is_retryable(self) -> bool:
        """Whether the cause is temporary, so that the same request may work later."""
        return self.retry == "later"

    @property
    def needs_login(self) -> bool:
        """Whether a new login is needed before the request can work again."""
        return self.retry == "login"

    @property
    def context(self) -> dict[str, object]:
        """What came with the error and tells of the request: `requestId`, `controller`, `volatile`, and others."""
        from kuzzle_errors._json import read

        return {name: read(json) for name, json in self._in_core().context()}

    @property
    def conflict(self) -> Conflict | None:
        """Where the id, the code and the status that came contradict each other."""
        from kuzzle_errors._resolution import conflict

        return conflict(self._in_core().conflict())

    @property
    def received(self) -> bytes | None:
        """The body that the error was read from, untouched (a dict as JSON); None for an error built here."""
        return self._body

    def param(self, name: str) -> object:
        """Return the value of a param by its name; None where it was not given, or there is none of that name."""
        names = self._definition.params if self._definition is not None else ()
        return dict(zip(names, self.props, strict=False)).get(name)

    def is_(self, other: Definition | str) -> bool:
        """Whether it is the error with this id, or of this definition."""
        return self.id == (other if isinstance(other, str) else other.id)

    def with_message(self, message: object) -> Self:
        """Return the same error with another message; its props stay."""
        return self._changed(str(message), self._errors)

    def with_errors(self, errors: Iterable[KuzzleError | Mapping[str, object] | str]) -> Self:
        """Return the same error with a list of errors, as PartialError and MultipleErrorsError have one.

        >>> import kuzzle_errors
        >>> error = kuzzle_errors.error("services.storage.incomplete_delete", "2 users")
        >>> [failure.id for failure in error.with_errors(["user-1", "user-2"]).failures]
        ['user-1', 'user-2']
        """
        return self._changed(self._message, tuple(errors))

    def explain(self) -> str:
        """Return the error as a text of several lines: which it is, why it happens and what to do about it."""
        return self._in_core().report()

    def to_json(self) -> str:
        """Return the JSON that Kuzzle writes, the same text in every language of this library."""
        return self._in_core().to_json()

    def to_dict(self) -> dict[str, object]:
        """Return what `to_json` writes as a dict; RecursionError where Python's `json` cannot read it so deep."""
        from kuzzle_errors._json import read_object

        return read_object(self.to_json())

    def to_problem_json(self) -> str:
        """Return the error as an RFC 9457 problem (`application/problem+json`)."""
        return self._in_core().to_problem_json()

    def attributes(self) -> dict[str, object]:
        """Return the error as OpenTelemetry attributes: `error.type`, `http.response.status_code`, and others."""
        return dict(self._in_core().attributes())

    def __str__(self) -> str:
        """Return the message."""
        return self._message

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        """Pickle all of it but the traceback and the cause, which no exception takes along."""
        return new, (type(self), *self.args), self._state()

    def _changed(self, message: str, errors: tuple[object, ...] | None) -> Self:
        error = new(type(self), message)
        error.__dict__.update(self._state(), _message=message, _errors=errors)
        return error

    def _state(self) -> dict[str, object]:
        """Return what makes the error what it is, with a list of notes of its own."""
        state = {name: value for name, value in self.__dict__.items() if name != "_core"}
        notes = state.get("__notes__")
        if isinstance(notes, list):
            state["__notes__"] = [*notes]
        return state

    def _in_core(self) -> _native.Error:
        if self._core is None:
            core = self._made_or_read()
            if core.message != self._message:
                core = core.with_message(self._message)
            if self._errors is not None:
                key = get_ident(), id(self)
                if key in _open:
                    # It stands in itself, where its errors are not written again.
                    return core
                _open.add(key)
                try:
                    core = core.with_errors(self._errors)
                finally:
                    _open.remove(key)
            self._core = core
        return self._core

    def _made_or_read(self) -> _native.Error:
        from kuzzle_errors import _json

        if self._definition is not None and self._body is None:
            return self._definition.native_registry().error(self._definition.id, self._props or ())
        body = self._body
        if body is None:
            # All that is known of an error made directly is what a server would send of it.
            body = _json.write({"message": self._message, "status": STATUSES[self._kuzzle_class]}).encode()
        registry = _native.Registry.kuzzle() if self._definition is None else self._definition.native_registry()
        found = registry.parse(body, self._http_status)
        assert found is not None  # noqa: S101 - it has been read before, or is an error by its form
        return found[0]


CLASSES[KuzzleError.__name__] = KuzzleError

new = Exception.__new__
"""Makes an error of any class without its initializer, which a user's class may have changed."""
