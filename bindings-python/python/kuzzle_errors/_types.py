"""Types for annotations; only type checkers, and programs that ask for them, import this."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeAlias

from kuzzle_errors._literals import Audience, ClassName, ResolvedBy, Retry, Severity

Body: TypeAlias = Mapping[str, object] | str | bytes | bytearray | memoryview
"""What a server sent: as text, in bytes, or read by `json` already."""

ComplaintRow: TypeAlias = tuple[str | None, str, str | None, str, str, Severity, int | None, int | None, str]
"""The fields of a complaint as the core gives them; the value is JSON."""

ConflictRow: TypeAlias = tuple[tuple[int, int | None, str | None] | None, tuple[int, int] | None]
"""The fields of a conflict: of the code, then of the status."""

FailureRow: TypeAlias = tuple[str | None, int | None, str | None, str | None, str]
"""The fields of a failure."""

HitRow: TypeAlias = tuple[str | None, int | None, bool, ResolvedBy, ConflictRow | None, bool, str | None, int, int, int]
"""The fields of a hit, with whether its definition is known in place of it."""

DefinitionRow: TypeAlias = tuple[
    str,
    int,
    ClassName,
    int,
    str,
    str,
    tuple[str, ...],
    str,
    str,
    str,
    tuple[tuple[str, str | None], ...],
    str | None,
    str | None,
    str | None,
    Retry | None,
    Audience | None,
    str | None,
]
"""The columns of a definition."""


class Response(Protocol):
    """A response of `requests` or `httpx`, or anything alike."""

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        ...

    @property
    def content(self) -> bytes:
        """The body."""
        ...


class AsyncResponse(Protocol):
    """A response of `aiohttp`, or anything alike."""

    @property
    def status(self) -> int:
        """The HTTP status."""
        ...

    async def read(self) -> bytes:
        """Read the body."""
        ...
