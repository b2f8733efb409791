"""Definitions, look-ups and registries."""

from __future__ import annotations

import copy
import doctest
import inspect
import pickle
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path
from typing import get_args

import pytest
from readme import run_examples

import kuzzle_errors
from kuzzle_errors import (
    BadRequestError,
    Definition,
    Id,
    InvalidRegistry,
    InvalidRelease,
    Registry,
    by_code,
    by_id,
    ids,
    logs,
)

MANIFEST = {
    "name": "shop",
    "errors": {
        "late": {
            "code": 1,
            "class": "BadRequestError",
            "message": "Too late for %s",
            "params": ["item"],
        }
    },
}


def unknown_index() -> Definition:
    return by_id("services.storage.unknown_index")


def test_a_definition_tells_what_the_documentation_says() -> None:
    definition = unknown_index()
    assert (definition.code, definition.hex, definition.status) == (16842753, "0x01010001", 412)
    assert definition.class_name == "PreconditionError"
    assert definition.error_class is kuzzle_errors.PreconditionError
    assert definition.description == "The provided data index does not exist"
    assert definition.params == ("index",)
    assert (definition.domain, definition.subdomain, definition.name) == (
        "services",
        "storage",
        "unknown_index",
    )
    assert definition.releases == (("1.10.5", "1.12.0"), ("2.0.0", None))
    assert (definition.deprecated, definition.retry, definition.audience) == (
        None,
        "never",
        "client",
    )
    assert definition.cause
    assert definition.fix
    assert definition.url == "https://docs.kuzzle.io/core/2/api/errors/error-codes/services/"


def test_a_definition_is_immutable() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        unknown_index().id = "else"  # type: ignore[misc]
    with pytest.raises(AttributeError, match="immutable"):
        del unknown_index().id


def test_definitions_are_equal_by_id_and_order_by_code() -> None:
    old = kuzzle_errors.at("1.12.0").by_id("services.storage.unknown_index")
    assert old == unknown_index()
    assert old is not unknown_index()
    assert len({old, unknown_index()}) == 1
    assert unknown_index() != "services.storage.unknown_index"
    definitions = kuzzle_errors.definitions()
    first = definitions[0]
    assert first < definitions[1] > first
    assert first <= first >= first  # noqa: PLR0124 - equal ones are neither below nor above
    assert sorted({*definitions})[0] is first  # noqa: FURB192 - it is sorted that is tested
    with pytest.raises(TypeError):
        assert unknown_index() < 3  # type: ignore[operator]


def test_a_definition_shows_and_matches_what_it_is() -> None:
    assert repr(unknown_index()) == ("<Definition services.storage.unknown_index (0x01010001) PreconditionError 412>")
    match unknown_index():
        case Definition("services.storage.unknown_index", code, class_name, 412):
            assert (code, class_name) == (16842753, "PreconditionError")
        case other:
            pytest.fail(repr(other))


def test_a_definition_survives_pickle_and_copy() -> None:
    registry = Registry.load(MANIFEST)
    for definition in (unknown_index(), *registry, *Registry.kuzzle().with_(registry)):
        for other in (
            pickle.loads(pickle.dumps(definition)),  # noqa: S301 - just made
            copy.copy(definition),
            copy.deepcopy(definition),
        ):
            assert other.to_dict() == definition.to_dict()
            assert other.error("a", "b").to_json() == definition.error("a", "b").to_json()
    assert pickle.loads(pickle.dumps(unknown_index())) is unknown_index()  # noqa: S301 - just made


def test_numbers_and_texts_that_no_error_has() -> None:
    for code in (0, -1, 0x01017FFF, 2**32 + 0x01010001, -(2**31) - 1, 2**200):
        assert by_code(code) is None
    for text in ("", "services.storage", "Services.Storage.Unknown_Index", "\ud800"):
        assert by_id(text) is None
        assert kuzzle_errors.suggest(text) is not None
        assert kuzzle_errors.search(text) is not None


def test_keys_of_other_types_are_unknown_or_refused() -> None:
    assert by_id(3) is None  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        by_code([])  # type: ignore[arg-type]


def test_the_constants_are_the_ids() -> None:
    def constants(place: type) -> list[str]:
        found: list[str] = []
        for name, value in vars(place).items():
            if isinstance(value, str) and name.isupper():
                found.append(value)
                assert value.rpartition(".")[2] == name.lower()
            elif isinstance(value, type):
                found += constants(value)
        return found

    expected = [definition.id for definition in kuzzle_errors.definitions()]
    places = [place for place in vars(ids).values() if isinstance(place, type)]
    assert [value for place in places for value in constants(place)] == expected
    assert list(get_args(Id)) == expected
    assert ids.api.assert_.MISSING_ARGUMENT == "api.assert.missing_argument"


def test_threads_look_the_same_things_up() -> None:
    program = (
        "import sys, threading\n"
        "from kuzzle_errors import Registry\n"
        "sys.setswitchinterval(1e-6)\n"
        "registry, found, barrier = Registry.kuzzle(), [], threading.Barrier(8)\n"
        "def look_up():\n"
        "    barrier.wait()\n"
        "    found.append((registry.by_code(0x01010001), registry.by_id('services.storage.unknown_index')))\n"
        "threads = [threading.Thread(target=look_up) for _ in range(8)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "assert len({id(definition) for pair in found for definition in pair}) == 1, found\n"
        "assert len(found) == 8\n"
    )
    for _ in range(3):
        subprocess.run([sys.executable, "-c", program], check=True)  # noqa: S603


def test_a_registry_copied_is_itself() -> None:
    registry = Registry.load(MANIFEST)
    assert copy.copy(registry) is registry
    assert copy.deepcopy({"registry": registry})["registry"] is registry


def test_a_registry_of_a_plugin() -> None:
    registry = Registry.kuzzle().with_(Registry.load(MANIFEST))
    definition = registry.by_code(0x04000001)
    assert definition is not None
    assert (definition.id, definition.cause, definition.releases) == ("plugin.shop.late", None, ())
    assert definition in registry
    assert "plugin.shop.late" in registry
    assert "plugin.shop.late" not in Registry.kuzzle()
    assert len(registry) == len(Registry.kuzzle()) + 1
    late = registry.parse({"error": {"id": "plugin.shop.late", "message": "Too late", "status": 400}})
    assert isinstance(late, BadRequestError)
    assert late.definition is definition
    assert registry.search("late")[0] == definition
    assert repr(registry) == f"<Registry with {len(registry)} definitions>"


def test_codes_from_0x80_are_found_signed_and_unsigned() -> None:
    domain = {"code": 200, "subDomains": {"orders": {"code": 1, "errors": MANIFEST["errors"]}}}
    registry = Registry.load({"app": domain})
    assert registry.by_code(0xC8010001) is registry.by_code(0xC8010001 - 2**32) is registry.by_id("app.orders.late")


def test_registries_from_paths(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "core/registry"
    assert len(Registry.load(folder)) == 274
    assert len(Registry.load(str(folder / "1.x-only.json"), kind="kuzzle")) == 3
    with pytest.raises(InvalidRegistry) as invalid:
        Registry.load(tmp_path / "absent")
    assert [complaint.rule for complaint in invalid.value.complaints] == ["file"]


def test_complaints_are_one_exception_with_all_of_them() -> None:
    errors = {"late": {"code": 70000, "class": "Odd", "message": ""}}
    with pytest.raises(InvalidRegistry) as caught:
        Registry.load({"name": "shop", "errors": errors})
    invalid = caught.value
    assert [complaint.rule for complaint in invalid.complaints] == [
        "code-range",
        "class-known",
        "non-empty-text",
    ]
    first = invalid.complaints[0]
    assert (first.path, first.value, first.severity) == ("$.errors.late.code", 70000, "error")
    assert str(invalid).startswith("invalid registry: 3 errors\n")
    assert str(first) in str(invalid)
    again = pickle.loads(pickle.dumps(invalid))  # noqa: S301 - just made
    assert (str(again), again.complaints) == (str(invalid), invalid.complaints)


def test_one_id_with_two_codes_is_a_complaint() -> None:
    other = {
        "name": "shop",
        "errors": {"late": {"code": 2, "class": "BadRequestError", "message": "m"}},
    }
    with pytest.raises(InvalidRegistry) as caught:
        Registry.load(MANIFEST).with_(Registry.load(other))
    assert [complaint.rule for complaint in caught.value.complaints] == ["id-conflict"]


def test_what_is_no_release_and_no_kind() -> None:
    with pytest.raises(InvalidRelease, match='"latest" is not a release'):
        kuzzle_errors.at("latest")
    with pytest.raises(InvalidRelease):
        kuzzle_errors.legacy(1, "x")
    with pytest.raises(ValueError, match="no kind of registry"):
        Registry.load({}, kind="odd")  # type: ignore[arg-type]


def test_old_releases_answer_as_they_did() -> None:
    assert kuzzle_errors.at("1").release == "1.12.0"
    assert kuzzle_errors.at("1.9.2").definitions() == ()
    assert kuzzle_errors.at("1.12.0").by_code(0x01010016).name == "index_reserved"  # type: ignore[union-attr]


def test_every_public_thing_is_documented() -> None:
    public = [(name, getattr(kuzzle_errors, name)) for name in kuzzle_errors.__all__]
    for name, thing in [*public, ("ErrorFields", logs.ErrorFields)]:
        if name in {"Audience", "ClassName", "Id", "RegistryKind", "ResolvedBy", "Retry", "Severity"}:
            continue
        assert inspect.getdoc(thing), name
        members = vars(thing).items() if isinstance(thing, type) else ()
        undocumented = [
            member
            for member, value in members
            if not member.startswith("_") and (callable(value) or isinstance(value, property))
            if not inspect.getdoc(value)
        ]
        assert undocumented == [], name


def test_the_version_is_the_one_of_the_package() -> None:
    assert kuzzle_errors.__version__ == version("kuzzle-errors")


def test_what_the_documentation_shows() -> None:
    runner = doctest.DocTestRunner()
    public = [getattr(kuzzle_errors, name) for name in kuzzle_errors.__all__]
    for thing in (kuzzle_errors, logs, *public):
        for example in doctest.DocTestFinder().find(thing, getattr(thing, "__name__", "alias"), module=False, globs={}):
            assert runner.run(example).failed == 0
    assert runner.summarize().attempted > 40


def test_the_examples_of_the_readme_run_as_written() -> None:
    assert len(run_examples()) == 7


def test_unknown_attributes_are_refused() -> None:
    with pytest.raises(AttributeError):
        kuzzle_errors.nonsense  # type: ignore[attr-defined] # noqa: B018
    with pytest.raises(AttributeError):
        Registry.kuzzle().nonsense  # type: ignore[attr-defined] # noqa: B018
