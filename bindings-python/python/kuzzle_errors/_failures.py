"""The failed items of a batch."""

from __future__ import annotations

import sys

from kuzzle_errors import _json, _native
from kuzzle_errors._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kuzzle_errors._error import KuzzleError
    from kuzzle_errors._types import Body, FailureRow


class Failure(Record):
    """One failed item of a batch: a document that was not written, a user that was not deleted.

    Kuzzle has many shapes for it, all read into this one; what a shape does not tell is None.
    """

    __slots__ = __match_args__ = ("id", "status", "reason", "action", "json")
    _written = ("id", "status", "reason", "action", "raw")

    id: str | None
    """The id of the item."""
    status: int | None
    """The HTTP status of the item."""
    reason: str | None
    """Why it failed."""
    action: str | None
    """The bulk action: `index`, `create`, `update` or `delete`."""
    json: str
    """The item as the JSON that came."""

    @property
    def raw(self) -> object:
        """The item as it came."""
        return _json.read(self.json)

    def error(self) -> KuzzleError:
        """Return the failure as an error: of the class that its id or its status tells, with the reason as message."""
        from kuzzle_errors._registry import KUZZLE

        item = self.json if self.json.startswith("{") else "{}"
        error = KUZZLE.parse(f'{{"error":{item}}}')
        assert error is not None  # noqa: S101 - an object in `error` is an error
        return error if error.message else error.with_message(self.reason or self.id or self.json)


class Failures(tuple[Failure, ...]):
    """The failed items of one response, in its order."""

    __slots__ = ()

    def errors(self) -> tuple[KuzzleError, ...]:
        """Return each failure as an error."""
        return tuple(failure.error() for failure in self)

    if sys.version_info >= (3, 11):

        def group(self, message: str = "some items failed") -> ExceptionGroup[KuzzleError]:  # noqa: F821 - 3.11
            """Return the failures as one exception, for `except*`; not possible where there are none (ValueError)."""
            return ExceptionGroup(message, self.errors())  # noqa: F821 - 3.11


def failures(response: Body) -> Failures:
    """List the failed items in the answer of a Kuzzle server, an error (206, 400) or not (200 with `result.errors`).

    Raises MalformedResponse where the response is no JSON; TypeError, ValueError or RecursionError where a dict cannot
    be written as JSON.

    >>> import kuzzle_errors
    >>> response = {"status": 200, "result": {"errors": [{"_id": "doc-1", "reason": "too late"}]}}
    >>> kuzzle_errors.failures(response)[0].reason
    'too late'
    """
    return make(_native.failures(_json.body(response)))


def make(rows: list[FailureRow]) -> Failures:
    """Make the failures of the columns that the core gives."""
    return Failures(Failure(*row) for row in rows)
