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

__all__ = ["ErrorFields"]


class ErrorFields(logging.Filter):
    """Gives every record `kuzzle_id`, `kuzzle_code` and `kuzzle_retry`, to be used in formats.

    They tell of the KuzzleError that is logged (`logger.exception`, `exc_info=error`), or of the one that caused what
    is logged; all three are None where there is none. No record is dropped.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Set the three attributes."""
        error = _kuzzle_error(record.exc_info[1] if record.exc_info else None)
        record.kuzzle_id = None if error is None else error.id
        record.kuzzle_code = None if error is None else error.code
        record.kuzzle_retry = None if error is None else error.retry
        return True


def _kuzzle_error(error: BaseException | None) -> KuzzleError | None:
    """Return the first KuzzleError among an exception and what it was raised from or while handling."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        if isinstance(error, KuzzleError):
            return error
        seen.add(id(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return None
