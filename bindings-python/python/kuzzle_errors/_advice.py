"""What to do about an error, where Python shows it."""

from __future__ import annotations

import sys

from kuzzle_errors._error import KuzzleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self, TypeIs


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
        if sys.version_info >= (3, 11):
            _explain(error)


if sys.version_info >= (3, 11):

    def _explain(error: BaseException | None) -> None:
        if _is_group(error):
            for inner in error.exceptions:
                _explain(inner)
        elif isinstance(error, KuzzleError) and error.definition is not None:
            _add_note(error, "Cause", error.definition.cause)
            _add_note(error, "Fix", error.definition.fix)

    def _is_group(error: BaseException | None) -> TypeIs[BaseExceptionGroup[BaseException]]:  # noqa: F821 - 3.11
        return isinstance(error, BaseExceptionGroup)  # noqa: F821 - 3.11

    def _add_note(error: KuzzleError, title: str, text: str | None) -> None:
        note = f"{title}: {text}"
        if text and note not in getattr(error, "__notes__", ()):
            error.add_note(note)
