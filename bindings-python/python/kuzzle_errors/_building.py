"""How errors are made: from definitions, and from what a server sent."""
# The fields of an error are set from here alone: an initializer with as many arguments would take twice the time.
# pyright: reportPrivateUsage=false

from __future__ import annotations

from kuzzle_errors._error import CLASSES, KuzzleError, new

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kuzzle_errors import _native
    from kuzzle_errors._definition import Definition

_LARGEST_PLAIN = 2**63 - 1
"""Integers up to here are shown with all their digits; JavaScript has larger ones as big integers only."""


def build(definition: Definition, args: tuple[object, ...], params: Mapping[str, object]) -> KuzzleError:
    """Build the error of a definition from values in order and by name; a value in order goes before a named one."""
    names = definition.params
    if params and len(args) < len(names):
        try:
            for name in names[len(args) :]:
                args += (params[name],)
        except KeyError:
            return _build_incomplete(definition, args, params)
    if definition.is_plain and len(args) == len(names):
        for value in args:
            if type(value) is not str and not (type(value) is int and -_LARGEST_PLAIN <= value <= _LARGEST_PLAIN):
                break
        else:
            message = definition.message % args
            error = new(definition.error_class, message)
            error._definition = definition
            error._message = message
            error._props = args
            return error
    return _made(definition, args, definition.native_registry().error(definition.id, args))


def _build_incomplete(definition: Definition, args: tuple[object, ...], params: Mapping[str, object]) -> KuzzleError:
    """Build an error that lacks values: their placeholders stay."""
    given = {**params, **dict(zip(definition.params, args, strict=False))}
    core = definition.native_registry().error_named(definition.id, given)
    return _made(definition, tuple(map(given.get, definition.params)), core)


def build_unknown(registry: _native.Registry, error_id: str) -> KuzzleError:
    """Build what stands for an id that the registry does not have."""
    from kuzzle_errors._registry import KUZZLE

    core = registry.error(error_id, ())
    definition = KUZZLE.by_id(core.definition_id or "")
    assert definition is not None  # noqa: S101 - the core takes a built-in definition
    return _made(definition, tuple(core.props()), core)


def _made(definition: Definition, props: tuple[object, ...], core: _native.Error) -> KuzzleError:
    """Take over an error that the core has built."""
    error = new(definition.error_class, core.message)
    error._definition = definition
    error._message = core.message
    error._props = props
    error._core = core
    return error


def received(
    registry: _native.Registry,
    by_id: Callable[[str], Definition | None],
    body: bytes,
    http_status: int | None,
) -> KuzzleError | None:
    """Read the error in a body, if there is one."""
    found = registry.parse(body, http_status)
    if found is None:
        return None
    core, class_name, definition_id, message = found
    error = new(CLASSES[class_name], message)
    error._definition = None if definition_id is None else by_id(definition_id)
    error._message = message
    error._props = None
    error._body = body
    error._http_status = http_status
    error._core = core
    return error
