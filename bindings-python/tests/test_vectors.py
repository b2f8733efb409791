"""Every case of `vectors/`, asked of the Python package."""
# JSON has no types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from vectors import FOLDER, Case, body, cases, elements, members, report, text

import kuzzle_errors
from kuzzle_errors import InvalidRegistry, InvalidRelease, KuzzleError, MalformedResponse, Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kuzzle_errors import Complaint


def check(file: str, answer: Callable[[Case], Any]) -> None:
    """Tell all cases of a file at once whose answer is another than expected."""
    tell(file, [(case.name, case.expected, answer(case)) for case in cases(file)])


def tell(file: str, found: list[tuple[str, Any, Any]]) -> None:
    """Report what was found, with name, expectation and answer, and fail where the two differ."""
    wrong = [row for row in found if row[1] != row[2]]
    report(file, len(found), len(wrong))
    assert found
    assert wrong == []


def registry_of(given: dict[str, Any]) -> Registry:
    return kuzzle_errors.at(given["release"]) if "release" in given else Registry.kuzzle()


def test_every_file_is_read() -> None:
    # The text forms of codes belong to the command; differences.json is about Kuzzle itself.
    others = {"codes.json", "differences.json"}
    read = set(Path(__file__).read_text(encoding="utf-8").split('"'))
    assert {file.name for file in FOLDER.glob("*.json")} - others <= read


def test_definitions() -> None:
    def answer(case: Case) -> dict[str, object] | None:
        definition = kuzzle_errors.by_id(case.given)
        return definition and definition.to_dict()

    check("definitions.json", answer)
    assert [case.given for case in cases("definitions.json")] == [
        definition.id for definition in kuzzle_errors.definitions()
    ]


def test_look_ups() -> None:
    def answer(case: Case) -> str | None:
        registry, given = registry_of(case.given), members(case.given_json)
        if "code" in given:
            definition = registry.by_code(case.given["code"])
            if "release" not in given:
                assert kuzzle_errors.by_code(case.given["code"]) is definition
        else:
            definition = registry.by_id(text(given["id"]))
            if "release" not in given:
                assert kuzzle_errors.by_id(text(given["id"])) is definition
        return definition and definition.id

    check("lookups.json", answer)


def test_releases() -> None:
    def answer(case: Case) -> str | None:
        try:
            return kuzzle_errors.at(text(case.given_json)).release
        except InvalidRelease:
            return None

    check("releases.json", answer)


def test_old_meanings() -> None:
    def answer(case: Case) -> list[dict[str, Any]]:
        meanings = kuzzle_errors.legacy(case.given["code"], case.given.get("release"))
        return [meaning.to_dict() for meaning in meanings]

    check("legacy.json", answer)


def test_which_error_it_is() -> None:
    def answer(case: Case) -> dict[str, Any]:
        given = members(case.given_json)
        error_id = case.given.get("id")
        if isinstance(error_id, dict) and error_id.keys() <= {"text", "repeat"}:
            error_id = text(given["id"])
        resolution = registry_of(case.given).resolve(error_id, case.given.get("code"), case.given.get("status"))
        return {
            "definition": resolution.definition and resolution.definition.id,
            "by": resolution.by,
            "conflict": resolution.conflict and resolution.conflict.to_dict(),
        }

    check("resolve.json", answer)


def test_searches() -> None:
    for case in cases("search.json"):
        given = members(case.given_json)
        if "words" in given:
            found = kuzzle_errors.search(text(given["words"]))
        else:
            found = kuzzle_errors.suggest(text(given["suggest"]))
        ids = [definition.id for definition in found]
        if "first" in case.expected:
            assert ids[:1] == [case.expected["first"]], case.name
        elif "contains" in case.expected:
            assert {*case.expected["contains"]} <= {*ids[: case.expected["within"]]}, case.name
        else:
            assert ids == [], case.name
    report("search.json", len(cases("search.json")), 0)


USUAL = {"by": "id", "line": 1, "in_documents": False, "time": None, "code": None, "conflict": None}
"""What is left out of the hits in the vectors."""


def test_errors_in_texts() -> None:
    def answer(case: Case) -> list[dict[str, object]]:
        given = text(members(case.given_json)["text"])
        found = registry_of(case.given).scan(given)
        hits = [hit.to_dict() for hit in found]
        for hit, told in zip(found, hits, strict=True):
            if hit.definition is not None:
                assert hit.definition.code == told.pop("code")
            if hit.by == "id":
                assert given[hit.start : hit.end] == hit.id
            del told["start"], told["end"]
        return [{name: value for name, value in hit.items() if USUAL.get(name, hit) != value} for hit in hits]

    check("scan.json", answer)


def test_what_differs_between_registries() -> None:
    def side(given_json: str) -> Registry:
        given = json.loads(given_json)
        if "release" in given:
            return kuzzle_errors.at(given["release"])
        return Registry.load_str(text(members(given_json)["text"]), file_name=given["file"])

    def answer(case: Case) -> dict[str, Any]:
        given = members(case.given_json)
        comparison = side(given["from"]).compare(side(given["to"]))
        changed = [difference.to_dict() for difference in comparison.changed]
        return {
            **comparison.to_dict(),
            "added": [entry.id for entry in comparison.added],
            "removed": [entry.id for entry in comparison.removed],
            "changed": [{name: change for name, change in row.items() if change is not None} for row in changed],
        }

    check("compare.json", answer)


def rows(complaints: Iterable[Complaint]) -> list[dict[str, object]]:
    return [complaint.to_dict() for complaint in complaints]


def test_registry_files() -> None:
    def answer(case: Case) -> dict[str, Any]:
        given = members(case.given_json)
        try:
            registry = Registry.load_str(
                text(given.get("text", case.given_json)),
                kind=case.given.get("kind"),
                file_name=case.given.get("file"),
            )
        except InvalidRegistry as invalid:
            return {"definitions": [], "complaints": rows(invalid.complaints)}
        definitions = [
            {"id": definition.id, "code": definition.code, "class": definition.class_name} for definition in registry
        ]
        return {"definitions": definitions, "complaints": rows(registry.warnings)}

    check("load.json", answer)


@pytest.mark.parametrize("file", ["parse.json", "parse-hostile.json"])
def test_what_servers_send(file: str) -> None:
    def answer(case: Case) -> dict[str, Any] | None:
        return read(body(members(case.given_json)["body"]), case.given.get("http_status"))

    tell(file, [(case.name, expected_of(case), answer(case)) for case in cases(file)])


def expected_of(case: Case) -> dict[str, Any] | None:
    if case.expected is None or "malformed" in case.expected:
        return case.expected
    left_out = {"definition": case.expected["id"], "context": {}, "conflict": None, "failures": []}
    return {**left_out, **case.expected, "error": text(members(case.expected_json)["error"])}


def read(sent: bytes, status: int | None) -> dict[str, Any] | None:
    try:
        error = kuzzle_errors.parse(sent, status)
    except MalformedResponse as malformed:
        return {"malformed": {"line": malformed.line, "column": malformed.column}}
    if error is None:
        return None
    assert error.received == sent
    return {
        "id": error.id,
        "class": type(error).__name__,
        "definition": error.definition and error.definition.id,
        "code": error.code,
        "status": error.status,
        "message": str(error),
        "error": error.to_json(),
        "context": error.context,
        "conflict": error.conflict and error.conflict.to_dict(),
        "failures": [failure.to_dict() for failure in error.failures],
    }


def test_failed_items() -> None:
    def answer(case: Case) -> object:
        sent = body(members(case.given_json)["body"])
        try:
            return [failure.to_dict() for failure in kuzzle_errors.failures(sent)]
        except MalformedResponse as malformed:
            return {"malformed": {"line": malformed.line, "column": malformed.column}}

    check("failures.json", answer)


def test_built_errors() -> None:
    # Python has no undefined, and calls without values by position and without values by name are one.
    asked = [
        case for case in cases("build.json") if '"undefined"' not in case.given_json and case.given.get("params") != {}
    ]
    tell("build.json", [(case.name, text(case.expected_json), error_of(case).to_json()) for case in asked])


def test_problems() -> None:
    tell(
        "problem.json",
        [(case.name, text(case.expected_json), error_of(case).to_problem_json()) for case in cases("problem.json")],
    )


def test_attributes() -> None:
    def answer(case: Case) -> str:
        return json.dumps(error_of(case).attributes(), ensure_ascii=False, separators=(",", ":"))

    tell(
        "opentelemetry.json",
        [(case.name, text(case.expected_json), answer(case)) for case in cases("opentelemetry.json")],
    )


def error_of(case: Case) -> KuzzleError:
    """Build or read the error that a case is about."""
    given = members(case.given_json)
    if "body" in given:
        error = kuzzle_errors.parse(body(given["body"]), case.given.get("http_status"))
        assert error is not None
        return error
    args = [prop(value) for value in elements(given.get("args", "[]"))]
    params = {name: prop(value) for name, value in members(given.get("params", "{}")).items()}
    error = kuzzle_errors.error(text(given["id"]), *args, **params)
    if "message" in given:
        error = error.with_message(text(given["message"]))
    if "errors" in given:
        error = error.with_errors([prop(value) for value in elements(given["errors"])])
    return error


class NoPythonValue(Exception):  # noqa: N818 - a case that cannot be asked here
    """JavaScript has the value, Python has not."""


def prop(json_text: str) -> Any:  # noqa: ANN401 - a value of any type
    """Return the value of a prop in one of the forms of the vectors."""
    value = json.loads(json_text)
    if not isinstance(value, dict):
        return value
    ((form, content),) = value.items()
    if form == "json":
        return content
    if form == "big_integer" and re_integer(content) and abs(int(content)) >= 2**63:
        return int(content)
    if form == "number" and repr(float(content)) == content:
        return float(content)
    raise NoPythonValue(form)


def re_integer(content: str) -> bool:
    return content.removeprefix("-").isdigit() and content == str(int(content))


def test_messages() -> None:
    asked: Counter[bool] = Counter()
    for case in cases("render.json"):
        given = members(case.given_json)
        message = text(given["template"])
        try:
            props = [prop(value) for value in elements(given["props"])]
        except NoPythonValue:
            asked[False] += 1
            continue
        if not message:
            continue  # no registry takes it
        row = {"code": 1, "class": "BadRequestError", "message": message}
        registry = Registry.load({"name": "shop", "errors": {"late": row}})
        assert registry.error("plugin.shop.late", *props).message == text(case.expected_json), case.name
        asked[True] += 1
    report("render.json", asked[True], 0)
    assert asked[True] > 2 * asked[False], asked
