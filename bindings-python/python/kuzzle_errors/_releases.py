"""The releases of Kuzzle."""

from __future__ import annotations

from kuzzle_errors._record import Record


class PublishedRelease(Record):
    """A release of Kuzzle."""

    __slots__ = __match_args__ = ("release", "date")

    release: str
    """The version, such as `2.4.0`."""
    date: str
    """The day of its publication, such as `2020-09-10`."""
