"""JSON, as far as Python reads and writes it; `json` is imported when it is needed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from kuzzle_errors._types import Body


def body(response: Body) -> bytes:
    """Return a response in bytes; a mapping is written as JSON."""
    if isinstance(response, str):
        # A lone surrogate has no UTF-8: the core reads U+FFFD in its place.
        return response.encode(errors="surrogatepass")
    if isinstance(response, (bytes, bytearray, memoryview)):
        return bytes(response)
    if hasattr(response, "keys"):
        return write(response).encode()
    message = f"expected a dict, str or bytes, not {type(response).__name__}"
    raise TypeError(message)


def write(value: object) -> str:
    """Return a value as JSON, as JavaScript writes it; what has no JSON is written as its text."""
    import json

    write_any = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_replacement).encode
    written = write_any(value)
    if "NaN" in written or "Infinity" in written:
        # Numbers that JSON does not have; Python reads 1e400 as one.
        written = write_any(json.loads(written, parse_constant=lambda _: None))
    if written.isascii() or not any("\ud800" <= character <= "\udfff" for character in written):
        return written
    # Half of a pair has no UTF-8.
    return "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in written)


_ARRAYS = (list, tuple)
"""What becomes an array."""


def read(text: str) -> object:
    """Return the value of a JSON text; what Python cannot read, such as 100,000 levels, stays text."""
    import json

    try:
        return json.loads(text)
    except (RecursionError, ValueError):
        return text


def read_object(text: str) -> dict[str, object]:
    """Return the object of a JSON text that is one."""
    import json

    return json.loads(text)


def prop(value: object) -> tuple[bool, str]:
    """Return a value that is no plain one as JSON or, where it has none, as text, and which of both it is."""
    from kuzzle_errors._error import KuzzleError

    try:
        if isinstance(value, KuzzleError):
            return True, value.to_json()
        if type(value) in _ARRAYS or hasattr(value, "keys"):
            return True, write(value)
    except (RecursionError, TypeError, ValueError):
        # It holds itself, or keys that JSON cannot have.
        return False, object.__repr__(value)
    return False, text(value)


def text(value: object) -> str:
    """Return the text of any object, UTF-8 whatever it holds."""
    if isinstance(value, (bytes, bytearray)):
        return value.decode(errors="replace")
    try:
        shown = str(value)
    except Exception:  # noqa: BLE001 - building an error never fails
        shown = object.__repr__(value)
    return shown.encode(errors="replace").decode()


def _replacement(value: object) -> object:
    """Return what is written in place of a value without JSON."""
    from kuzzle_errors._error import KuzzleError

    if isinstance(value, KuzzleError):
        return value.to_dict()
    if hasattr(value, "keys"):
        mapping: Mapping[object, object] = value  # type: ignore[assignment] # pyright: ignore[reportAssignmentType]
        return dict(mapping)
    return text(value)
