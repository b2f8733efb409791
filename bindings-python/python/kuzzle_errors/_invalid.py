"""What is raised for responses, registries and releases that cannot be read."""

from __future__ import annotations

from kuzzle_errors import _json
from kuzzle_errors._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kuzzle_errors._literals import Severity


class MalformedResponse(ValueError):  # noqa: N818 - it names what came
    """The response is no JSON, and no HTTP status of 400 or more says that it is an error.

    >>> import kuzzle_errors
    >>> kuzzle_errors.parse('{"error": }')
    Traceback (most recent call last):
        ...
    kuzzle_errors.MalformedResponse: line 1, column 11: expected value
    """

    def __init__(self, reason: str, line: int, column: int) -> None:
        """Say what is wrong, and where."""
        super().__init__(reason, line, column)

    @property
    def reason(self) -> str:
        """What is wrong, in English, without the place."""
        return self.args[0]

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.args[1]

    @property
    def column(self) -> int:
        """The column in characters, from 1."""
        return self.args[2]

    def __str__(self) -> str:
        """Say where and what."""
        return f"line {self.line}, column {self.column}: {self.reason}"


class InvalidRelease(ValueError):  # noqa: N818 - it names what was given
    """The text is no release of Kuzzle: `2`, `2.4`, `v2.4.1` and `2.4.1-beta.2` are."""


class InvalidRegistry(ValueError):  # noqa: N818 - it names what was given
    """Files are no valid registry, or registries do not fit together: every complaint at once.

    >>> from kuzzle_errors import InvalidRegistry, Registry
    >>> error = {"code": 70000, "class": "BadRequestError", "message": "Too late"}
    >>> try:
    ...     Registry.load({"name": "shop", "errors": {"late": error}})
    ... except InvalidRegistry as invalid:
    ...     [(complaint.path, complaint.rule) for complaint in invalid.complaints]
    [('$.errors.late.code', 'code-range')]
    """

    complaints: tuple[Complaint, ...]
    """Every complaint, warnings included, file by file in the order of their places; one at least is an error."""

    def __init__(self, message: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Take the message and the columns of each complaint."""
        super().__init__(message)
        self._rows = tuple(rows)
        self.complaints = tuple(map(complaint, self._rows))

    def __reduce__(self) -> tuple[Callable[..., InvalidRegistry], tuple[object, ...]]:
        """Pickle the message and the complaints."""
        return type(self), (self.args[0], self._rows)


class Complaint(Record):
    """One finding about a registry file: which rule is broken, where, and by which value; `str` is one line."""

    __slots__ = ("file", "path", "value", "rule", "message", "severity", "line", "column", "_text")

    __match_args__ = _written = ("file", "path", "value", "rule", "message", "severity", "line", "column")

    file: str | None
    """The file: its path as it was reached, or the name it was given; None for text without a name."""
    path: str
    """The place in the file as a JSONPath, such as `$.errors.too_late.code`; `$` is the whole file."""
    value: object
    """The offending value; None where a member is missing or the file as a whole is meant."""
    rule: str
    """The name of the rule, such as `code-range`."""
    message: str
    """What was expected and what was found, in English, without the place."""
    severity: Severity
    """`error`, or `warning` where the registry was loaded all the same."""
    line: int | None
    """The line, from 1."""
    column: int | None
    """The column in characters, from 1."""
    _text: str

    def __str__(self) -> str:
        """Say all of it in one line."""
        return self._text

    def __hash__(self) -> int:
        """Hash the line of text: the value may be a list or a dict."""
        return hash(self._text)


def complaint(row: tuple[object, ...]) -> Complaint:
    """Make a complaint of the columns that the core gives; its value is JSON."""
    file, path, value, *rest = row
    return Complaint(file, path, _json.read(value) if isinstance(value, str) else None, *rest)
