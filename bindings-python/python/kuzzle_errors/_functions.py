"""The functions that ask the built-in registry."""

from __future__ import annotations

from kuzzle_errors import _building, _native
from kuzzle_errors._native import by_id
from kuzzle_errors._registry import KUZZLE, Registry
from kuzzle_errors._releases import PublishedRelease
from kuzzle_errors._resolution import Legacy, Resolution

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable
    from typing import overload

    from kuzzle_errors._definition import Definition
    from kuzzle_errors._error import KuzzleError
    from kuzzle_errors._literals import Id
    from kuzzle_errors._scan import Hit
    from kuzzle_errors._types import AsyncResponse, Body, Response


def definitions() -> tuple[Definition, ...]:
    """Return every built-in definition in code order; of several holders of a code the newest comes first."""
    return KUZZLE.definitions()


def at(release: str) -> Registry:
    """Return the built-in registry narrowed to one release of Kuzzle: see `Registry.at`."""
    return KUZZLE.at(release)


def legacy(code: int, release: str | None = None) -> list[Legacy]:
    """List what a code meant before Kuzzle 1.10.5, the newest meaning first: in one release, or in all of them.

    Raises InvalidRelease where the text is no release.

    >>> import kuzzle_errors
    >>> kuzzle_errors.legacy(0x01010001, "1.9.2")[0].id
    'api.server.elasticsearch_down'
    """
    return [Legacy(*row) for row in _native.legacy(code, release)]


def resolve(id: object = None, code: object = None, status: object = None) -> Resolution:  # noqa: A002 - what it is
    """Tell which error a server sent, from the id, the code and the status as they came: see `Registry.resolve`."""
    return KUZZLE.resolve(id, code, status)


def search(words: str) -> list[Definition]:
    """Return the definitions that match some words, best first; typing errors are forgiven.

    >>> import kuzzle_errors
    >>> kuzzle_errors.search("unkown index")[0].id
    'services.storage.unknown_index'
    """
    return KUZZLE.search(words)


def suggest(id: str) -> list[Definition]:  # noqa: A002 - what it is
    """Return the definitions that a misspelt id may mean, the closest first, at most three.

    >>> import kuzzle_errors
    >>> kuzzle_errors.suggest("security.token.expird")[0].id
    'security.token.expired'
    """
    return KUZZLE.suggest(id)


def scan(text: str | bytes) -> list[Hit]:
    r"""Return every error that a text speaks of, in order: see `Registry.scan`.

    >>> import kuzzle_errors
    >>> log = "12:00 started\n12:07 giving up: api.process.connection_dropped"
    >>> hit = kuzzle_errors.scan(log)[0]
    >>> hit.line, log[hit.start : hit.end], hit.definition.retry
    (2, 'api.process.connection_dropped', 'check')
    """
    return KUZZLE.scan(text)


def releases() -> list[PublishedRelease]:
    """Return every release of Kuzzle since 1.9.0, the first with error codes, oldest first.

    >>> import kuzzle_errors
    >>> kuzzle_errors.releases()[0].release
    '1.9.0'
    """
    return [PublishedRelease(*row) for row in _native.releases()]


def error(error_id: Id | str, /, *args: object, **params: object) -> KuzzleError:
    """Build the error with this id from values for the params of its message, in order or by name.

    Building never fails: an id that is unknown gives `core.fatal.unexpected_error`, with the id as its prop.

    >>> import kuzzle_errors
    >>> raise kuzzle_errors.error("services.storage.unknown_index", index="nyc")
    Traceback (most recent call last):
        ...
    kuzzle_errors.PreconditionError: There is no index named "nyc"
    """
    definition = by_id(error_id)
    if definition is None:
        return _building.build_unknown(_native.Registry.kuzzle(), error_id)
    return _building.build(definition, args, params)


def parse(body: Body, status: int | None = None) -> KuzzleError | None:
    """Read the error in the answer of a server: see `Registry.parse`.

    >>> import kuzzle_errors
    >>> body = b'{"status":404,"error":{"id":"services.storage.not_found","message":"...","status":404}}'
    >>> kuzzle_errors.parse(body).retry
    'never'
    >>> kuzzle_errors.parse(b'{"status":200,"error":null,"result":{}}') is None
    True
    """
    return KUZZLE.parse(body, status)


if TYPE_CHECKING:

    @overload
    def raise_for(response: Response) -> None: ...
    @overload
    def raise_for(response: AsyncResponse) -> Awaitable[None]: ...


def raise_for(response: Response | AsyncResponse) -> Awaitable[None] | None:
    """Raise the error in a response of `requests` or `httpx`; to be awaited with one of `aiohttp`.

    See `Registry.raise_for`.
    """
    return KUZZLE.raise_for(response)
