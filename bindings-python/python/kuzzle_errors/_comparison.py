"""What differs between two registries."""

from __future__ import annotations

from kuzzle_errors._record import Coded, Record, member, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from kuzzle_errors._literals import Audience, ClassName, Retry


class Side(Record):
    """One of the two registries of a comparison."""

    __slots__ = __match_args__ = ("release", "definitions")

    release: str | None
    """The release that it is narrowed to."""
    definitions: int
    """How many definitions it has; before 1.10.5 how many old meanings."""


class Entry(Coded):
    """What a registry has under an id."""

    __slots__ = __match_args__ = ("id", "code", "class_name", "status", "description")
    _written = ("id", "code", "hex", "class_name", "status", "description")

    id: str
    class_name: ClassName
    status: int
    description: str | None
    """None before 1.10.5."""


class Difference(Record):
    """What differs about an id that both registries have: what it was and what it is, or None where nothing does."""

    __slots__ = __match_args__ = (
        "id",
        "code",
        "class_name",
        "status",
        "params",
        "deprecated",
        "message",
        "description",
        "cause",
        "fix",
        "retry",
        "audience",
    )

    id: str
    code: tuple[int, int] | None
    class_name: tuple[ClassName, ClassName] | None
    status: tuple[int, int] | None
    params: tuple[tuple[str | None, ...], tuple[str | None, ...]] | None
    """The names of the values of its message; None among them is a placeholder without a name."""
    deprecated: tuple[str | None, str | None] | None
    """Since when it is deprecated."""
    message: tuple[str, str] | None
    """This and what follows only where both definitions come from files."""
    description: tuple[str | None, str | None] | None
    cause: tuple[str | None, str | None] | None
    fix: tuple[str | None, str | None] | None
    retry: tuple[Retry | None, Retry | None] | None
    audience: tuple[Audience | None, Audience | None] | None

    def to_dict(self) -> dict[str, object]:
        """Return what it tells as JSON has it: each difference as an object with `from` and `to`."""
        changes = zip(self.__slots__[1:], self._values()[1:], strict=True)
        return {"id": self.id, **{member(name): _change(pair) for name, pair in changes}}


class Reuse(Coded):
    """A code that means one error in the older registry and another one in the newer."""

    __slots__ = __match_args__ = ("code", "from_", "to")
    _written = ("code", "hex", "from_", "to")

    from_: str
    """The id that it means in the older registry."""
    to: str
    """The id that it means in the newer registry."""


class Comparison(Record):
    """What differs between two registries; all of it is in code order."""

    __slots__ = __match_args__ = ("from_", "to", "added", "removed", "changed", "reused")

    from_: Side
    """The older registry."""
    to: Side
    """The newer registry."""
    added: tuple[Entry, ...]
    """What only the newer registry has."""
    removed: tuple[Entry, ...]
    """What only the older registry has."""
    changed: tuple[Difference, ...]
    """What both have, and what about it differs."""
    reused: tuple[Reuse, ...]
    """The codes that mean another error in the newer registry."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.changed or self.reused)


def comparison(json_text: str) -> Comparison:
    """Make a comparison of the JSON that the core gives."""
    import json

    found: Mapping[str, Any] = json.loads(json_text)
    return Comparison(
        _record(Side, found["from"]),
        _record(Side, found["to"]),
        *(
            tuple(_record(record, members) for members in found[name])
            for name, record in (("added", Entry), ("removed", Entry), ("changed", Difference), ("reused", Reuse))
        ),
    )


def _record(record: type[Record], members: Mapping[str, Any]) -> Record:
    """Make a record of the members with the names of its fields."""
    return record(*(_value(members[member(name)]) for name in record.__slots__))


def _value(value: Any) -> object:  # noqa: ANN401 - JSON has no types
    """Return what was and what is as a pair, lists as tuples, and anything else as it stands."""
    if type(value) is dict:
        return _value(value["from"]), _value(value["to"])
    if type(value) is list:
        return tuple(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return value


def _change(pair: Any) -> dict[str, object] | None:  # noqa: ANN401 - of any type
    """Return what was and what is as JSON has them."""
    return None if pair is None else {"from": plain(pair[0]), "to": plain(pair[1])}
