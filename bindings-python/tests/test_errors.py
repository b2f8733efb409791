"""The exceptions: built, raised, matched, copied, pickled, explained."""

from __future__ import annotations

import copy
import json
import pickle
import sys
from multiprocessing import get_all_start_methods, get_context

import pytest

import kuzzle_errors
from kuzzle_errors import (
    BadRequestError,
    Definition,
    KuzzleError,
    MultipleErrorsError,
    NotFoundError,
    PartialError,
    PreconditionError,
    Registry,
    UnauthorizedError,
    error,
    explained,
    ids,
    parse,
)

UNKNOWN_INDEX = ids.services.storage.UNKNOWN_INDEX
RECEIVED = (
    b'{"status":404,"requestId":"r-1","error":{"id":"services.storage.not_found","code":16842763,'
    b'"message":"No such document","status":404,"props":["doc-1","nyc","taxi"],"stack":"at x","extra":1e400}}'
)


def received() -> KuzzleError:
    found = parse(RECEIVED)
    assert found is not None
    return found


def shop() -> Registry:
    late = {"code": 1, "class": "BadRequestError", "message": "Too late for %s", "params": ["item"]}
    return Registry.load({"name": "shop", "errors": {"late": late}})


def test_an_error_is_raised_from_its_cause_and_caught_by_its_class() -> None:
    with pytest.raises(PreconditionError) as caught:  # noqa: PT012 - a cause needs its try
        try:
            {}["nyc"]
        except KeyError as cause:
            raise error(UNKNOWN_INDEX, index="nyc") from cause
    assert isinstance(caught.value, KuzzleError)
    assert isinstance(caught.value.__cause__, KeyError)
    assert str(caught.value) == 'There is no index named "nyc"'
    assert repr(caught.value) == "PreconditionError('There is no index named \"nyc\"')"


def test_what_a_built_error_tells() -> None:
    built = error(UNKNOWN_INDEX, "nyc")
    assert (built.id, built.code, built.status) == (UNKNOWN_INDEX, 0x01010001, 412)
    assert (built.props, built.errors, built.count, built.stack) == (("nyc",), (), 0, None)
    assert (built.retry, built.is_retryable, built.needs_login) == ("never", False, False)
    assert (built.context, built.received, built.conflict) == ({}, None, None)
    assert built.definition is kuzzle_errors.by_id(UNKNOWN_INDEX)
    assert (built.param("index"), built.param("collection")) == ("nyc", None)
    assert built.class_name == "PreconditionError"
    assert built.is_(UNKNOWN_INDEX)
    assert built.is_(kuzzle_errors.by_id(UNKNOWN_INDEX))
    assert not built.is_(ids.services.storage.NOT_FOUND)
    assert built.to_dict() == {
        "message": 'There is no index named "nyc"',
        "status": 412,
        "id": "services.storage.unknown_index",
        "code": 16842753,
        "props": ["nyc"],
    }


def test_what_a_received_error_tells() -> None:
    found = received()
    assert type(found) is NotFoundError
    assert found.props == ("doc-1", "nyc", "taxi")
    assert found.param("collection") == "taxi"
    assert (found.stack, found.context) == ("at x", {"status": 404, "requestId": "r-1"})
    assert found.received == RECEIVED
    assert found.to_json().endswith('"stack":"at x","extra":1e400}')


def test_an_unknown_id_still_has_the_class_of_its_status() -> None:
    found = parse({"error": {"id": "app.orders.gone", "message": "Gone", "status": 404}})
    assert type(found) is NotFoundError
    assert (found.id, found.definition, found.retry) == ("app.orders.gone", None, None)


def test_predicates() -> None:
    assert error("services.storage.not_connected").is_retryable
    assert error("security.token.expired").needs_login


def test_params_may_have_any_name() -> None:
    row = {
        "code": 1,
        "class": "BadRequestError",
        "message": "%s %s %s",
        "params": ["id", "errors", "self"],
    }
    registry = Registry.load({"name": "shop", "errors": {"odd": row}})
    built = registry.error("plugin.shop.odd", id=1, errors=2, self=3)
    assert (str(built), built.props) == ("1 2 3", (1, 2, 3))


def test_building_never_fails() -> None:
    not_found = kuzzle_errors.by_id(ids.services.storage.NOT_FOUND)
    assert not_found.error("doc-1", collection="taxi").message == (
        'No document with id "doc-1" in index "%s", collection "taxi"'
    )
    assert not_found.error("doc-1", collection="taxi").props == ("doc-1", None, "taxi")
    assert error(UNKNOWN_INDEX, "nyc", "more").message == 'There is no index named "nyc" more'
    assert error(UNKNOWN_INDEX, nonsense=1).message == 'There is no index named "%s"'
    unknown = error("no.such.error", "nyc")
    assert (unknown.id, unknown.props) == ("core.fatal.unexpected_error", ("no.such.error",))


class Silent:
    """Has no text."""

    def __str__(self) -> str:
        """Fail."""
        raise ValueError


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.0, "1"),
        (1e21, "1e+21"),
        (float("nan"), "NaN"),
        (2**62, "4611686018427387904"),
        (2**64, "18446744073709551616n"),
        (True, "true"),
        (None, "null"),
        ([1, "a"], '[1,"a"]'),
        ({"a": None}, '{"a":null}'),
        ((1, 2), "[1,2]"),
        (b"bytes", "bytes"),
    ],
)
def test_values_are_shown_as_in_javascript(value: object, shown: str) -> None:
    assert error(UNKNOWN_INDEX, value).message == f'There is no index named "{shown}"'


def test_values_that_have_no_text_are_shown_all_the_same() -> None:
    assert "Silent object at" in error(UNKNOWN_INDEX, Silent()).message
    endless: list[object] = []
    endless.append(endless)
    assert "list object at" in error(UNKNOWN_INDEX, endless).message
    assert error(UNKNOWN_INDEX, 10**5000).message.endswith('"') or sys.version_info < (3, 10)
    surrogate = error(UNKNOWN_INDEX, "\ud800")
    assert json.loads(surrogate.to_json())["props"] != []


def test_patterns_match_ids_and_attributes() -> None:
    match received():
        case NotFoundError(ids.services.storage.NOT_FOUND, status=404, definition=Definition(_, code)):
            assert code == 16842763
        case other:
            pytest.fail(repr(other))


def test_errors_in_an_error() -> None:
    inner = error(ids.services.storage.NOT_FOUND, "doc-1", "nyc", "taxi")
    partial = error(ids.services.storage.INCOMPLETE_DELETE, "2").with_errors([inner, "doc-2", {"reason": "x"}])
    assert type(partial) is PartialError
    assert partial.errors == (inner, "doc-2", {"reason": "x"})
    assert partial.count == 3
    assert [failure.reason for failure in partial.failures] == [inner.message, None, "x"]
    assert partial.to_dict()["count"] == 3
    changed = partial.with_message("Some are left")
    assert (str(changed), changed.count, changed.props) == ("Some are left", 3, ("2",))
    assert changed.to_dict()["message"] == "Some are left"
    assert str(partial) != str(changed)
    assert received().with_message("Else").to_dict()["message"] == "Else"
    assert received().with_errors(["a"]).errors == ("a",)


def test_an_error_that_stands_in_itself_is_written_once() -> None:
    within: list[object] = []
    outer = error(ids.security.token.EXPIRED).with_errors([{"in": within}, {"in": within}])
    within += [outer, outer]
    written = outer.to_json()
    first = json.loads(written)["errors"][0]["in"][0]
    assert first["id"] == ids.security.token.EXPIRED
    assert "errors" not in first
    assert outer.count == 2
    assert outer.to_json() == written


def test_failures_are_errors_and_a_group() -> None:
    response = {
        "status": 206,
        "result": {
            "errors": [
                {"document": {"_id": "doc-1"}, "status": 404, "reason": "gone"},
                "doc-2",
                {"id": "services.storage.not_found", "message": "No", "status": 404},
            ]
        },
    }
    failures = kuzzle_errors.failures(response)
    assert [type(failed) for failed in failures.errors()] == [
        NotFoundError,
        KuzzleError,
        NotFoundError,
    ]
    assert [str(failed) for failed in failures.errors()] == ["gone", "doc-2", "No"]
    if sys.version_info >= (3, 11):
        group = failures.group("three failed")
        matched, rest = group.split(NotFoundError)
        assert (len(matched.exceptions), len(rest.exceptions)) == (2, 1)  # pyright: ignore[reportOptionalMemberAccess]


def test_an_error_made_directly() -> None:
    made = NotFoundError("No such taxi")
    assert (str(made), made.status, made.id, made.code, made.props) == (
        "No such taxi",
        404,
        None,
        None,
        (),
    )
    assert made.to_json() == '{"message":"No such taxi","status":404}'
    assert NotFoundError(OSError("No such taxi")).to_json() == made.to_json()
    assert str(made.with_message(404)) == "404"
    assert KuzzleError().status == 500
    assert MultipleErrorsError("m").status == 400
    with pytest.raises(UnauthorizedError):
        raise UnauthorizedError


class AppError(BadRequestError):
    """A class of an application, with an initializer of its own."""

    def __init__(self, table: str, row: int) -> None:
        """Make the message."""
        super().__init__(f"{table}/{row}")
        self.row = row


TOLD = (
    *(
        "id",
        "code",
        "status",
        "message",
        "props",
        "stack",
        "errors",
        "failures",
        "count",
        "definition",
    ),
    *(
        "retry",
        "is_retryable",
        "needs_login",
        "context",
        "received",
        "conflict",
        "args",
        "class_name",
    ),
)
"""What an error tells."""


def same(one: KuzzleError, other: KuzzleError) -> None:
    """All that an error tells is told by the other."""
    assert type(one) is type(other)
    for name in TOLD:
        assert getattr(one, name) == getattr(other, name), name
    assert one.to_json() == other.to_json()
    assert one.to_problem_json() == other.to_problem_json()
    assert one.explain() == other.explain()
    assert vars(one).get("__notes__") == vars(other).get("__notes__")
    assert vars(one).get("row") == vars(other).get("row")


def samples() -> list[KuzzleError]:
    registry = Registry.kuzzle().with_(shop())
    noted = error(UNKNOWN_INDEX, "nyc")
    if sys.version_info >= (3, 11):
        noted.add_note("seen at noon")
    found = registry.parse({"error": {"id": "plugin.shop.late", "message": "m", "props": ["tram"]}})
    assert found is not None
    page = parse("<html>", 502)
    assert page is not None
    return [
        noted,
        error(ids.services.storage.NOT_FOUND, "doc-1", collection="taxi"),
        error("no.such.error"),
        received(),
        received().with_message("Else").with_errors(["a"]),
        page,
        found,
        registry.error("plugin.shop.late", "tram"),
        shop().error("plugin.shop.late", item={"a": 1}),
        NotFoundError("made directly"),
        AppError("orders", 5),
        error(ids.services.storage.INCOMPLETE_DELETE, "2").with_errors(["doc-1"]),
    ]


@pytest.mark.parametrize("number", range(len(samples())))
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickled_and_copied_errors_stay_what_they_are(number: int, protocol: int) -> None:
    sample = samples()[number]
    same(sample, pickle.loads(pickle.dumps(sample, protocol)))  # noqa: S301 - just made
    same(sample, copy.copy(sample))
    same(sample, copy.deepcopy(sample))


def fail(number: int) -> None:
    raise samples()[number]


@pytest.mark.parametrize("start", get_all_start_methods())
def test_errors_come_out_of_other_processes(start: str) -> None:
    with get_context(start).Pool(1) as pool:
        for number, sample in enumerate(samples()):
            with pytest.raises(KuzzleError) as caught:
                pool.apply(fail, (number,))
            same(sample, caught.value)


def test_an_error_explains_itself() -> None:
    text = error(UNKNOWN_INDEX, "nyc").explain()
    assert text.startswith("services.storage.unknown_index (0x01010001, PreconditionError, status 412)\n")
    assert "\nFix: " in text


if sys.version_info >= (3, 11):

    def test_notes_say_why_and_what_to_do() -> None:
        definition = kuzzle_errors.by_id(UNKNOWN_INDEX)
        notes = [f"Cause: {definition.cause}", f"Fix: {definition.fix}"]
        with pytest.raises(PreconditionError) as caught, explained(), explained():
            raise error(UNKNOWN_INDEX, "nyc")
        assert caught.value.__notes__ == notes
        several = ExceptionGroup("two", [error(UNKNOWN_INDEX, "nyc"), KeyError()])  # noqa: F821 - 3.11
        with pytest.raises(ExceptionGroup) as group, explained():  # noqa: F821 - 3.11
            raise several
        assert group.value.exceptions[0].__notes__ == notes
        for other in (copy.copy(caught.value), caught.value.with_message("Else")):
            other.add_note("of its own")
            assert (caught.value.__notes__, other.__notes__) == (notes, [*notes, "of its own"])
        made = NotFoundError("made directly")
        with pytest.raises(NotFoundError) as unknown, explained():
            raise made
        assert not hasattr(unknown.value, "__notes__")


def test_without_an_error_nothing_happens() -> None:
    with explained() as context:
        assert isinstance(context, explained)


def test_containers_are_written_as_javascript_writes_them() -> None:
    built = error("services.storage.unknown_index", {"é": "\U0001f600\u2028\x7f", "half": "\ud83d"})
    assert '"props":[{"é":"\U0001f600\u2028\x7f","half":"\\ud83d"}]' in built.to_json()
