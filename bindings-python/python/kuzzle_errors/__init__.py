"""Every API error of the Kuzzle backend: look it up, raise it, read it, and know what to do about it.

>>> import kuzzle_errors
>>> kuzzle_errors.by_code(0x01010001)
<Definition services.storage.unknown_index (0x01010001) PreconditionError 412>

>>> from kuzzle_errors import PreconditionError, error, ids
>>> try:
...     raise error(ids.services.storage.UNKNOWN_INDEX, index="nyc")
... except PreconditionError as refused:
...     print(refused, refused.status, refused.retry)
There is no index named "nyc" 412 never

>>> body = b'{"status":503,"error":{"id":"services.storage.not_connected","message":"...","status":503}}'
>>> kuzzle_errors.parse(body).is_retryable
True
"""

from __future__ import annotations

from kuzzle_errors._advice import explained
from kuzzle_errors._classes import (
    BadRequestError,
    ExternalServiceError,
    ForbiddenError,
    GatewayTimeoutError,
    InternalError,
    MultipleErrorsError,
    NotFoundError,
    PartialError,
    PluginImplementationError,
    PreconditionError,
    ServiceUnavailableError,
    SizeLimitError,
    TooManyRequestsError,
    UnauthorizedError,
)
from kuzzle_errors._comparison import Comparison, Difference, Entry, Reuse, Side
from kuzzle_errors._definition import Definition
from kuzzle_errors._error import KuzzleError
from kuzzle_errors._failures import Failure, Failures, failures
from kuzzle_errors._functions import (
    at,
    definitions,
    error,
    legacy,
    parse,
    raise_for,
    releases,
    resolve,
    scan,
    search,
    suggest,
)
from kuzzle_errors._invalid import Complaint, InvalidRegistry, InvalidRelease, MalformedResponse
from kuzzle_errors._native import VERSION, by_code, by_id
from kuzzle_errors._registry import Registry
from kuzzle_errors._releases import PublishedRelease
from kuzzle_errors._resolution import CodeConflict, Conflict, Legacy, Resolution, StatusConflict
from kuzzle_errors._scan import Hit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kuzzle_errors import ids
    from kuzzle_errors._literals import Audience, ClassName, Id, RegistryKind, ResolvedBy, Retry, Severity

__all__ = [
    "Audience",
    "BadRequestError",
    "ClassName",
    "CodeConflict",
    "Comparison",
    "Complaint",
    "Conflict",
    "Definition",
    "Difference",
    "Entry",
    "ExternalServiceError",
    "Failure",
    "Failures",
    "ForbiddenError",
    "GatewayTimeoutError",
    "Hit",
    "Id",
    "InternalError",
    "InvalidRegistry",
    "InvalidRelease",
    "KuzzleError",
    "Legacy",
    "MalformedResponse",
    "MultipleErrorsError",
    "NotFoundError",
    "PartialError",
    "PluginImplementationError",
    "PreconditionError",
    "PublishedRelease",
    "Registry",
    "RegistryKind",
    "Resolution",
    "ResolvedBy",
    "Retry",
    "Reuse",
    "ServiceUnavailableError",
    "Severity",
    "Side",
    "SizeLimitError",
    "StatusConflict",
    "TooManyRequestsError",
    "UnauthorizedError",
    "at",
    "by_code",
    "by_id",
    "definitions",
    "error",
    "explained",
    "failures",
    "ids",
    "legacy",
    "parse",
    "raise_for",
    "releases",
    "resolve",
    "scan",
    "search",
    "suggest",
]

__version__ = VERSION


def __getattr__(name: str) -> object:
    """Import what most programs do without when it is asked for: `ids`, and the types of texts."""
    from importlib import import_module

    if name == "ids":
        return import_module("kuzzle_errors.ids")
    if name in __all__:
        return getattr(import_module("kuzzle_errors._literals"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def _name_as_imported() -> None:
    """Have tracebacks, pickles and documentation name things as they are imported."""
    for thing in [globals().get(name) for name in __all__]:
        if getattr(thing, "__module__", "").startswith(f"{__name__}."):
            thing.__module__ = __name__


_name_as_imported()
