"""The errors that a text speaks of."""

from __future__ import annotations

from kuzzle_errors._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kuzzle_errors._definition import Definition
    from kuzzle_errors._literals import ResolvedBy
    from kuzzle_errors._resolution import Conflict


class Hit(Record):
    """One error that a text speaks of."""

    __slots__ = __match_args__ = (
        "id",
        "code",
        "definition",
        "by",
        "conflict",
        "in_documents",
        "time",
        "line",
        "start",
        "end",
    )
    _written = ("id", "code", "by", "conflict", "in_documents", "time", "line", "start", "end")

    id: str | None
    """The id, be it known or not."""
    code: int | None
    """The code of the definition; else the one that stands there without an id."""
    definition: Definition | None
    """The definition, if the registry has it."""
    by: ResolvedBy
    """What says which error it is."""
    conflict: Conflict | None
    """Where id, code and status contradict each other."""
    in_documents: bool
    """Whether it stands in the data of somebody, below `result`, `_source`, `body` or `documents`."""
    time: str | None
    """When the line was written, as RFC 3339 in UTC, if the line says so."""
    line: int
    """The line, from 1."""
    start: int
    """Where in the text the id or the code begins: `text[start:end]`."""
    end: int
    """Where it ends."""
