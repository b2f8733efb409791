"""A set of definitions, and what can be asked of it."""

from __future__ import annotations

import os
from _thread import RLock

from kuzzle_errors import _building, _json, _native
from kuzzle_errors._definition import Definition

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping
    from typing import overload

    from typing_extensions import TypeIs

    from kuzzle_errors._comparison import Comparison
    from kuzzle_errors._error import KuzzleError
    from kuzzle_errors._invalid import Complaint
    from kuzzle_errors._literals import RegistryKind
    from kuzzle_errors._resolution import Resolution
    from kuzzle_errors._scan import Hit
    from kuzzle_errors._types import AsyncResponse, Body, Response


class Registry:
    """A set of definitions: the built-in one, one loaded from files, or both together. Immutable.

    The functions of the package ask the built-in registry, `Registry.kuzzle()`.

    >>> from kuzzle_errors import Registry
    >>> error = {"code": 1, "class": "BadRequestError", "message": "Too late for %s", "params": ["item"]}
    >>> shop = Registry.load({"name": "shop", "errors": {"too_late": error}})
    >>> registry = Registry.kuzzle().with_(shop)
    >>> registry.error("plugin.shop.too_late", item="the tram")
    BadRequestError('Too late for the tram')
    """

    __slots__ = ("_by_code", "_by_id", "_definitions", "_native")

    _by_code: dict[int, Definition]
    _by_id: dict[str, Definition]
    _definitions: tuple[Definition, ...]

    def __init__(self, native: _native.Registry) -> None:
        """Take a registry of the core; the package makes its registries itself."""
        self._native = native

    def __getattr__(self, name: str) -> object:
        """Make the tables when one of them is asked for the first time."""
        if name not in Registry.__slots__:
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(message)
        with _MAKING:
            try:
                # Another thread may have made them meanwhile: what both look up is the same object.
                return object.__getattribute__(self, name)
            except AttributeError:
                self._make_tables()
        return object.__getattribute__(self, name)

    def _make_tables(self) -> None:
        definitions = tuple(Definition(*row, registry=self._native) for row in self._native.rows())
        by_code: dict[int, Definition] = {}
        for definition in definitions:
            # Of several with one code the first is the one that answers for it.
            by_code.setdefault(definition.code, definition)
            if definition.code >= _FIRST_NEGATIVE:
                by_code.setdefault(definition.code - 2 * _FIRST_NEGATIVE, definition)
        self._by_code = by_code
        self._by_id = {definition.id: definition for definition in definitions}
        self._definitions = definitions

    @staticmethod
    def kuzzle() -> Registry:
        """Return the built-in registry: every API error of Kuzzle from 1.10.5 to the newest release mirrored."""
        return KUZZLE

    @classmethod
    def load(
        cls,
        source: str | os.PathLike[str] | Mapping[str, object],
        *,
        kind: RegistryKind | None = None,
    ) -> Registry:
        """Load a registry from a path or from what stands in memory.

        A path names a file or a folder: Kuzzle's code files, an installed `kuzzle` package, a plugin's
        `manifest.json`. A dict is one file: a manifest, or domains as an application registers them. The kind
        (`kuzzle`, `plugin` or `app`) is seen from the shape where it is not given.

        Raises InvalidRegistry with every complaint; TypeError, ValueError or RecursionError where a dict cannot be
        written as JSON, ValueError for another kind.
        """
        if isinstance(source, (str, os.PathLike)):
            return cls(_native.Registry.load(source, kind))
        return cls.load_str(_json.write(source), kind=kind)

    @classmethod
    def load_str(cls, text: str, *, kind: RegistryKind | None = None, file_name: str | None = None) -> Registry:
        """Load a registry from the text of one file; its name stands in complaints and may name a domain.

        Raises InvalidRegistry with every complaint.
        """
        return cls(_native.Registry.load_str(text, kind, file_name))

    def with_(self, other: Registry) -> Registry:
        """Return this registry and another one together; of a definition that both have, the other's texts count.

        Raises InvalidRegistry where the two give different codes or classes to one id.
        """
        return Registry(self._native.with_(other._native))

    def at(self, release: str) -> Registry:
        """Return this registry narrowed to one release of Kuzzle: a code answers as it did then.

        `2`, `2.4`, `v2.4.1` and `2.4.1-beta.2` are understood; before 1.10.5 every look-up is None, and `legacy`
        tells what a number meant. Raises InvalidRelease where the text is none.

        >>> import kuzzle_errors
        >>> kuzzle_errors.at("1.12.0").by_code(0x01010016).name
        'index_reserved'
        """
        return Registry(self._native.at(release))

    @property
    def release(self) -> str | None:
        """The release that the registry is narrowed to."""
        return self._native.release

    @property
    def warnings(self) -> tuple[Complaint, ...]:
        """What was noticed while the registry was loaded or put together, and did not prevent it."""
        from kuzzle_errors._invalid import complaint

        return tuple(map(complaint, self._native.warnings()))

    def definitions(self) -> tuple[Definition, ...]:
        """Return every definition, in code order; of several holders of a code the newest comes first."""
        return self._definitions

    def by_code(self, code: int, /) -> Definition | None:
        """Return the definition with this code, unsigned or as a signed 32-bit integer, or None."""
        return self._by_code.get(code)

    def by_id(self, id: str, /) -> Definition | None:  # noqa: A002 - what it is
        """Return the definition with exactly this id, case included, or None."""
        return self._by_id.get(id)

    def resolve(self, id: object = None, code: object = None, status: object = None) -> Resolution:  # noqa: A002
        """Tell which error a server sent, from the id, the code and the status as they came.

        A non-empty string without blanks decides alone; the code decides where there is no such id, and only if the
        status, where there is one, is the definition's.

        >>> import kuzzle_errors
        >>> kuzzle_errors.resolve(code=0x01010001, status=412).definition.name
        'unknown_index'
        """
        from kuzzle_errors._resolution import Resolution, conflict

        text = id if isinstance(id, str) else None
        definition_id, by, row = self._native.resolve(text, _integer(code), _integer(status))
        definition = None if definition_id is None else self._by_id[definition_id]
        return Resolution(definition, by, conflict(row))

    def search(self, words: str) -> list[Definition]:
        """Return the definitions that match some words, best first; typing errors are forgiven."""
        return [self._by_id[found] for found in self._native.search(words)]

    def suggest(self, id: str) -> list[Definition]:  # noqa: A002 - what it is
        """Return the definitions that a misspelt id may mean, the closest first, at most three."""
        return [self._by_id[found] for found in self._native.suggest(id)]

    def scan(self, text: str | bytes) -> list[Hit]:
        """Return every error that a text speaks of, in order: a log, a trace, an answer, anything.

        >>> import kuzzle_errors
        >>> kuzzle_errors.scan("giving up: api.process.connection_dropped")[0].definition.retry
        'check'
        """
        from kuzzle_errors._resolution import conflict
        from kuzzle_errors._scan import Hit

        hits: list[Hit] = []
        for id, code, is_known, by, row, *rest in self._native.scan(_json.body(text), isinstance(text, str)):  # noqa: A001
            definition = self._by_id[id] if is_known and id is not None else None
            hits.append(Hit(id, code, definition, by, conflict(row), *rest))
        return hits

    def compare(self, newer: Registry) -> Comparison:
        """Return what differs between this registry and a newer one; either may be narrowed to a release.

        Before 1.10.5 the old meanings of the numbers stand for the definitions of Kuzzle. Texts and advice are compared
        where both definitions come from files.

        >>> import kuzzle_errors
        >>> kuzzle_errors.at("1.12.0").compare(kuzzle_errors.at("2.0.0")).reused[0].to
        'services.storage.collection_reserved'
        """
        from kuzzle_errors._comparison import comparison

        return comparison(self._native.compare(newer._native))

    def error(self, error_id: str, /, *args: object, **params: object) -> KuzzleError:
        """Build the error with this id from values for the params of its message, in order or by name.

        Building never fails: an id that the registry does not have gives `core.fatal.unexpected_error`.
        """
        definition = self._by_id.get(error_id)
        if definition is None:
            return _building.build_unknown(self._native, error_id)
        return _building.build(definition, args, params)

    def parse(self, body: Body, status: int | None = None) -> KuzzleError | None:
        """Read the error in the answer of a server, given the HTTP status if it came over HTTP; None if it is none.

        Nothing is lost: unknown members, odd numbers and duplicate keys stay in `received` and `to_json`. An answer
        with a status of 400 or more is an error whatever it holds, the page of a proxy too.

        Raises MalformedResponse where the body is no JSON and no status says that it is an error; TypeError, ValueError
        or RecursionError where a dict cannot be written as JSON.
        """
        if type(body) is not bytes:
            body = _json.body(body)
        return _building.received(self._native, self._by_id.get, body, status)

    if TYPE_CHECKING:

        @overload
        def raise_for(self, response: Response) -> None: ...
        @overload
        def raise_for(self, response: AsyncResponse) -> Awaitable[None]: ...

    def raise_for(self, response: Response | AsyncResponse) -> Awaitable[None] | None:
        """Raise the error in a response of `requests` or `httpx`; to be awaited with one of `aiohttp`.

        Anything with `status_code` and `content`, or with `status` and an asynchronous `read()`, will do. A streamed
        response is read first; of an `httpx.AsyncClient` it is to be read before (`await response.aread()`).

        Raises MalformedResponse where the body is no JSON and the status is no error's. A body that cannot be read
        (the response was closed, the connection broke) leaves the error that its status tells; where that is no
        error's, what the HTTP library raises is raised.
        """
        if _is_async(response):
            return self._raise_error_of(response)
        try:
            body = _content(response)
        except Exception as unreadable:
            self._raise_by_status(response.status_code, unreadable)
            raise
        self._raise_error(body, response.status_code)
        return None

    async def _raise_error_of(self, response: AsyncResponse) -> None:
        try:
            body = await response.read()
        except Exception as unreadable:
            self._raise_by_status(response.status, unreadable)
            raise
        self._raise_error(body, response.status)

    def _raise_error(self, body: bytes, status: int) -> None:
        error = self.parse(body, status)
        if error is not None:
            raise error

    def _raise_by_status(self, status: int, unreadable: Exception) -> None:
        from kuzzle_errors._invalid import MalformedResponse

        try:
            error = self.parse(b"", status)
        except MalformedResponse:
            return
        if error is not None:
            raise error from unreadable

    def __iter__(self) -> Iterator[Definition]:
        """Iterate over the definitions in code order."""
        return iter(self._definitions)

    def __len__(self) -> int:
        """Return the number of definitions."""
        return len(self._definitions)

    def __contains__(self, error: object) -> bool:
        """Whether the registry has this id, or a definition with the id of this one."""
        return (error.id if isinstance(error, Definition) else error) in self._by_id

    def __copy__(self) -> Registry:
        """Return the registry itself: it never changes."""
        return self

    def __deepcopy__(self, memo: dict[int, object]) -> Registry:
        """Return the registry itself: it never changes."""
        return self

    def __repr__(self) -> str:
        """Tell the number of definitions."""
        release = "" if self.release is None else f" of {self.release}"
        return f"<Registry with {len(self)} definitions{release}>"


_MAKING = RLock()
"""Held while tables are made."""

_FIRST_NEGATIVE = 1 << 31
"""The first code that is negative as a signed 32-bit integer."""

KUZZLE = Registry(_native.Registry.kuzzle())


def _is_async(response: Response | AsyncResponse) -> TypeIs[AsyncResponse]:
    if hasattr(response, "status_code"):
        return False
    if hasattr(response, "status") and hasattr(response, "read"):
        return True
    message = f"expected a response of requests, httpx or aiohttp, not {type(response).__name__}"
    raise TypeError(message)


def _content(response: Response) -> bytes:
    """Return the body of a response; one that `httpx` streams is read."""
    try:
        return response.content
    except Exception:
        read: Callable[[], bytes] | None = getattr(response, "read", None)
        if read is None:
            raise
        return read()


def _integer(value: object) -> int | None:
    """Return what came where a number is expected."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None
