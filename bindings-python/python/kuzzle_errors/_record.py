"""Small immutable objects with named fields."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar, NoReturn

    from typing_extensions import Self


class Record:
    """Immutable; equal where all fields are equal; the fields are the slots, in order.

    What `dataclasses` would make, without the time that importing it takes.
    """

    __slots__: tuple[str, ...] = ()

    _written: ClassVar[tuple[str, ...]] = ()
    """The fields and properties of which `to_dict` tells."""

    def __init_subclass__(cls) -> None:
        """Have `to_dict` tell of all fields where nothing else is said."""
        cls._written = cls._written or cls.__slots__

    def __init__(self, *values: object) -> None:
        """Take the values of the fields in order; the package makes its records itself."""
        for name, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, name, value)

    def to_dict(self) -> dict[str, object]:
        """Return what it tells as JSON has it, with the same names in every language of this library."""
        return {member(name): plain(getattr(self, name)) for name in self._written}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Refuse: the object is immutable."""
        message = f"{type(self).__name__} is immutable"
        raise AttributeError(message)

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse: the object is immutable."""
        self.__setattr__(name, None)

    def __eq__(self, other: object) -> bool:
        """Whether the other one is of this class and has the same fields."""
        if isinstance(other, type(self)):
            return self._values() == other._values()
        return NotImplemented

    def __hash__(self) -> int:
        """Hash the fields."""
        return hash(self._values())

    def __repr__(self) -> str:
        """Name the class and the fields."""
        fields = (f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({', '.join(fields)})"

    def __copy__(self) -> Self:
        """Return the object itself: it never changes."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        """Return the object itself: it never changes."""
        return self

    def __reduce__(self) -> tuple[Callable[..., Record], tuple[object, ...]]:
        """Pickle the fields."""
        return type(self), self._values()

    def _values(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)


class Coded(Record):
    """What has a code."""

    __slots__ = ()

    code: int
    """The 32-bit number, unsigned."""

    @property
    def hex(self) -> str:
        """The code as Kuzzle's documentation writes it, such as `0x01010001`."""
        return f"0x{self.code:08x}"


_MEMBERS = {"class_name": "class", "from_": "from"}


def member(name: str) -> str:
    """Return the name that a field has in JSON: some of those names are words of Python."""
    return _MEMBERS.get(name, name)


def plain(value: object) -> object:
    """Return the value of a field as `json` would read it."""
    if isinstance(value, Record):
        return value.to_dict()
    return list(map(plain, value)) if isinstance(value, tuple) else value  # pyright: ignore[reportUnknownArgumentType]
