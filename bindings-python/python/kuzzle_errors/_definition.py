"""One row of a registry."""

from __future__ import annotations

from kuzzle_errors import _native
from kuzzle_errors._building import build
from kuzzle_errors._error import CLASSES, KuzzleError
from kuzzle_errors._record import Coded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kuzzle_errors._literals import Audience, ClassName, Retry

    Releases = tuple[tuple[str, str | None], ...]


class Definition(Coded):
    """What an error is, why it happens and what to do about it.

    Immutable. Two definitions are equal where their ids are, whichever registry they come from; they order by code.
    """

    __slots__ = (
        "id",
        "code",
        "class_name",
        "status",
        "description",
        "message",
        "params",
        "domain",
        "subdomain",
        "name",
        "releases",
        "deprecated",
        "cause",
        "fix",
        "retry",
        "audience",
        "url",
        "error_class",
        "is_plain",
        "_registry",
    )

    __match_args__ = ("id", "code", "class_name", "status")

    id: str
    """`domain.subdomain.name`: decides which error it is."""
    class_name: ClassName
    """The name of the error type, such as `NotFoundError`."""
    status: int
    """The HTTP status."""
    description: str
    """The documented sentence; the message where there is none."""
    message: str
    """The template of the message, with one `%s` for each of the params."""
    params: tuple[str, ...]
    """The names of the placeholders of the message, in order."""
    domain: str
    """The first part of the id."""
    subdomain: str
    """The second part of the id."""
    name: str
    """The third part of the id."""
    releases: Releases
    """The first and the last release of each line of Kuzzle (None: still there); none in custom definitions."""
    deprecated: str | None
    """The release that deprecated it, or None."""
    cause: str | None
    """Why the error happens; None in custom definitions that do not say."""
    fix: str | None
    """What to do about it; None in custom definitions that do not say."""
    retry: Retry | None
    """Whether the same request may be sent again: `never`, `later`, `check` (look first) or `login` (again)."""
    audience: Audience | None
    """Who can mend the cause: `client`, `plugin` or `operator`."""
    url: str | None
    """Kuzzle's page about the errors of the domain; None in custom definitions."""
    error_class: type[KuzzleError]
    """The class of the errors that `error` builds."""
    is_plain: bool
    """Whether the message has no placeholders but `%s`, one for each param, and no other percent sign."""
    _registry: _native.Registry | None

    def __init__(self, *columns: object, registry: _native.Registry | None = None) -> None:
        """Take the columns as the core gives them; the package makes its definitions itself."""
        super().__init__(*columns, KuzzleError, None, registry)
        percents = self.message.count("%")
        is_plain = percents == self.message.count("%s") == len(self.params)
        object.__setattr__(self, "is_plain", is_plain)
        object.__setattr__(self, "error_class", CLASSES[self.class_name])

    def error(self, /, *args: object, **params: object) -> KuzzleError:
        """Build the error with these values for the params of its message, in order or by name.

        Building never fails: a missing value leaves its placeholder, an unknown name is ignored.

        >>> import kuzzle_errors
        >>> not_found = kuzzle_errors.by_id("services.storage.not_found")
        >>> not_found.error("doc-1", index="nyc", collection="taxi").props
        ('doc-1', 'nyc', 'taxi')
        """
        return build(self, args, params)

    def to_dict(self) -> dict[str, object]:
        """Return everything about the definition, as `registry.json` has it."""
        lines = {first.partition(".")[0]: [first, last] for first, last in self.releases}
        return {
            "id": self.id,
            "code": self.code,
            "hex": self.hex,
            "class": self.class_name,
            "status": self.status,
            "description": self.description,
            "message": self.message,
            "params": list(self.params),
            "domain": self.domain,
            "subdomain": self.subdomain,
            "name": self.name,
            "releases": lines or None,
            "deprecated": self.deprecated,
            "cause": self.cause,
            "fix": self.fix,
            "retry": self.retry,
            "audience": self.audience,
            "url": self.url,
        }

    def __eq__(self, other: object) -> bool:
        """Whether the ids are the same."""
        return self.id == other.id if isinstance(other, Definition) else NotImplemented

    def __hash__(self) -> int:
        """Hash the id."""
        return hash(self.id)

    def __lt__(self, other: object) -> bool:
        """Order by code."""
        if isinstance(other, Definition):
            return (self.code, self.id) < (other.code, other.id)
        return NotImplemented

    def __le__(self, other: object) -> bool:
        """Order by code."""
        if isinstance(other, Definition):
            return (self.code, self.id) <= (other.code, other.id)
        return NotImplemented

    def __repr__(self) -> str:
        """Tell which error it is."""
        return f"<Definition {self.id} ({self.hex}) {self.class_name} {self.status}>"

    def __reduce__(self) -> tuple[Callable[..., Definition], tuple[object, ...]]:
        """Pickle the columns, so that definitions of other registries need not be loaded where they arrive."""
        return _restore, self._values()[:_COLUMNS]

    def native_registry(self) -> _native.Registry:
        """Return a registry of the core that has this definition; for the package itself."""
        registry = self._registry
        if registry is None:
            registry = _registry_of(self)
            object.__setattr__(self, "_registry", registry)
        return registry


_COLUMNS = Definition.__slots__.index("error_class")
"""How many of the fields come from the core."""


def _restore(*columns: object) -> Definition:
    """Return the built-in definition with these columns, or one of a registry of its own."""
    from kuzzle_errors._registry import KUZZLE

    restored = Definition(*columns)
    known = KUZZLE.by_id(restored.id)
    return known if known is not None and known.to_dict() == restored.to_dict() else restored


def _registry_of(definition: Definition) -> _native.Registry:
    """Make a registry with one definition, over the built-in one where the definition lies over one of its."""
    from kuzzle_errors import _json

    columns = definition.to_dict()
    error = {name: columns[name] for name in _WRITTEN if columns[name] is not None}
    error["code"] = definition.code & 0xFFFF
    subdomain = {"code": definition.code >> 16 & 0xFF, "errors": {definition.name: error}}
    domain = {"code": definition.code >> 24, "subDomains": {definition.subdomain: subdomain}}
    registry = _native.Registry.load_str(_json.write({definition.domain: domain}), "app", None)
    return registry if definition.url is None else _native.Registry.kuzzle().with_(registry)


_WRITTEN = (
    "class",
    "status",
    "message",
    "description",
    "params",
    "releases",
    "deprecated",
    "cause",
    "fix",
    "retry",
    "audience",
)
"""The members of an error in a registry file that are written as they are."""
