"""The answers to "which error is this?"."""

from __future__ import annotations

from kuzzle_errors._record import Coded, Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from kuzzle_errors._definition import Definition
    from kuzzle_errors._literals import ClassName
    from kuzzle_errors._types import ConflictRow


class Resolution(Record):
    """Which error a server sent."""

    __slots__ = __match_args__ = ("definition", "by", "conflict")

    definition: Definition | None
    """The definition, if the registry has it."""
    by: Literal["id", "code"] | None
    """What decided; None without a definition."""
    conflict: Conflict | None
    """Where id, code and status contradict each other."""


class Conflict(Record):
    """A contradiction between what a server sent and the registry."""

    __slots__ = __match_args__ = ("code", "status")

    code: CodeConflict | None
    """The code is not the one of the error that the id names, or no error can be named by it."""
    status: StatusConflict | None
    """The status is not the one of the error that the id or the code names."""


class CodeConflict(Record):
    """A code that does not fit."""

    __slots__ = __match_args__ = ("received", "expected", "belongs_to")

    received: int
    """The code that came."""
    expected: int | None
    """The code of the error that the id names; None where the id is unknown or missing."""
    belongs_to: str | None
    """The id of the definition that has the received code."""


class StatusConflict(Record):
    """A status that does not fit."""

    __slots__ = __match_args__ = ("received", "expected")

    received: int
    """The status that came."""
    expected: int
    """The status of the error that the id or the code names."""


class Legacy(Coded):
    """What a code meant in releases from 1.9.0 to 1.10.4."""

    __slots__ = __match_args__ = ("id", "code", "class_name", "first", "last")
    _written = ("id", "code", "hex", "class_name", "first", "last")

    id: str
    """The id of that time."""
    class_name: ClassName
    """The error type of that time."""
    first: str
    """The first release with this meaning."""
    last: str
    """The last release with this meaning."""


def conflict(row: ConflictRow | None) -> Conflict | None:
    """Make a conflict of the columns that the core gives."""
    if row is None:
        return None
    code, status = row
    return Conflict(code and CodeConflict(*code), status and StatusConflict(*status))
