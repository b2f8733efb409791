"""Small immutable objects with named fields."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from typing_extensions import Self


class Record:
    """Immutable; equal where all fields are equal; the fields are the slots, in order.

    What `dataclasses` would make, without the time that importing it takes.
    """

    __slots__: tuple[str, ...] = ()
    __match_args__: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        """Let `match` take the fields by position."""
        if "__match_args__" not in vars(cls):
            setattr(cls, "__match_args__", cls.__slots__)  # noqa: B010 - type checkers think it is fixed

    def __init__(self, *values: object) -> None:
        """Take the values of the fields in order; the package makes its records itself."""
        for name, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, name, value)

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
