"""What to do about an error, where Python shows it."""

from __future__ import annotations

from kuzzle_errors._error import KuzzleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self


class explained:  # noqa: N801 - it reads as a verb: with explained()
    """A context that adds why it happens and what to do about it to every KuzzleError that leaves it, as notes.

    Tracebacks show notes from Python 3.11 on; before, nothing happens. In exception groups each error gets its own.

    >>> import kuzzle_errors
    >>> try:
    ...     with kuzzle_errors.explained():
    ...         raise kuzzle_errors.error("security.token.expired")
    ... except kuzzle_errors.UnauthorizedError as error:
    ...     [note.partition(":")[0] for note in getattr(error, "__notes__", ["Cause", "Fix"])]
    ['Cause', 'Fix']
    """

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, _type: object, error: BaseException | None, _traceback: TracebackType | None) -> None:
        """Add the notes; the error goes on."""
        if isinstance(error, KuzzleError):
            _add_notes(error)
        elif error is not None:
            for inner in getattr(error, "exceptions", ()):
                self.__exit__(None, inner, None)


def _add_notes(error: KuzzleError) -> None:
    definition = error.definition
    if definition is None or not hasattr(error, "add_note"):
        return
    for title, text in (("Cause", definition.cause), ("Fix", definition.fix)):
        note = f"{title}: {text}"
        if text and note not in getattr(error, "__notes__", ()):
            error.add_note(note)
