"""Kuzzle's errors in the records of the standard `logging`.

>>> import logging
>>> from kuzzle_errors.logs import ErrorFields
>>> handler = logging.StreamHandler()
>>> handler.addFilter(ErrorFields())
>>> handler.setFormatter(logging.Formatter("%(kuzzle_id)s %(kuzzle_retry)s %(message)s"))
"""

from __future__ import annotations

import logging

from kuzzle_errors._error import KuzzleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["ErrorFields"]


class ErrorFields(logging.Filter):
    """Gives every record `kuzzle_id`, `kuzzle_code` and `kuzzle_retry`, to be used in formats.

    They tell of the KuzzleError that is logged (`logger.exception(…)`, `exc_info=error`, `logger.error(error)` or
    `logger.error("… %s", error)`), or of the one that caused what is logged; all three are None where there is none.
    No record is dropped.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Set the three attributes."""
        error = next(filter(None, map(_kuzzle_error, _logged(record))), None)
        record.kuzzle_id = None if error is None else error.id
        record.kuzzle_code = None if error is None else error.code
        record.kuzzle_retry = None if error is None else error.retry
        return True


def _logged(record: logging.LogRecord) -> Iterator[object]:
    """Yield what a record may tell of."""
    if record.exc_info:
        yield record.exc_info[1]
    yield record.msg
    if isinstance(record.args, tuple):
        yield from record.args


def _kuzzle_error(logged: object) -> KuzzleError | None:
    """Return the first KuzzleError among an exception and what it was raised from or while handling."""
    seen: set[int] = set()
    while isinstance(logged, BaseException) and id(logged) not in seen:
        if isinstance(logged, KuzzleError):
            return logged
        seen.add(id(logged))
        logged = logged.__cause__ or (None if logged.__suppress_context__ else logged.__context__)
    return None
