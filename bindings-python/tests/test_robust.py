"""What comes from outside, whatever it is, and a million operations."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kuzzle_errors
from kuzzle_errors import InvalidRegistry, KuzzleError, MalformedResponse, Registry, error, failures, parse, scan

JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
NAMES = st.sampled_from(
    ["error", "status", "message", "id", "code", "props", "errors", "count", "stack", "result", "type", "requestId"]
)
RESPONSES = st.recursive(JSON, lambda inner: st.dictionaries(NAMES, inner | JSON, max_size=6), max_leaves=20)


def ask_everything(found: KuzzleError) -> None:
    """Nothing that an error is asked fails."""
    for name in dir(KuzzleError):
        if isinstance(getattr(KuzzleError, name), property):
            getattr(found, name)
    assert found.to_json()
    assert found.to_problem_json()
    assert found.explain()
    assert found.attributes()
    assert found.failures.errors() is not None
    assert found.with_message("m").with_errors(["a"]).to_json()


@given(RESPONSES.filter(lambda value: isinstance(value, dict)), st.none() | st.integers())
def test_any_dict_is_read(response: dict[str, object], status: int | None) -> None:
    found = parse(response, status)
    failures(response)
    if found is not None:
        ask_everything(found)


@given(st.binary() | st.text(), st.none() | st.integers(0, 700))
def test_any_body_is_read(body: str | bytes, status: int | None) -> None:
    assert all(hit.start < hit.end <= len(body) for hit in scan(body))
    try:
        found = parse(body, status)
    except MalformedResponse as malformed:
        assert malformed.line >= 1
        assert malformed.column >= 1
    else:
        if found is not None:
            ask_everything(found)


@given(st.sampled_from(kuzzle_errors.definitions()), st.lists(JSON), st.dictionaries(st.text(), JSON))
def test_any_values_build_an_error(
    definition: kuzzle_errors.Definition, args: list[Any], params: dict[str, Any]
) -> None:
    ask_everything(definition.error(*args, **params))
    ask_everything(error(definition.id, *args, **params))


@given(st.text(), JSON, JSON, JSON)
def test_any_question_is_answered(text: str, error_id: object, code: object, status: object) -> None:
    kuzzle_errors.by_id(text)
    kuzzle_errors.search(text)
    kuzzle_errors.suggest(text)
    kuzzle_errors.resolve(error_id, code, status)
    ask_everything(error(text))


@given(RESPONSES.filter(lambda value: isinstance(value, dict)))
def test_any_registry_is_loaded_or_complained_of(source: dict[str, object]) -> None:
    try:
        Registry.load(source)
    except InvalidRegistry as invalid:
        assert invalid.complaints


def test_values_too_deep_for_python_stay_text() -> None:
    deep = "[" * 200_000 + "]" * 200_000
    found = parse(f'{{"error":{{"message":"m","status":400,"props":[{deep}]}}}}')
    assert found is not None
    assert found.props == (deep,)
    with pytest.raises(RecursionError):
        found.to_dict()


def work(count: int) -> None:
    body = b'{"status":404,"error":{"id":"services.storage.not_found","message":"m","status":404,"props":["a"]}}'
    for _ in range(count):
        kuzzle_errors.by_code(0x01010001)
        error("services.storage.unknown_index", index="nyc").to_json()
        found = parse(body)
        assert found is not None
        assert found.props


def test_a_million_operations_leave_nothing_behind() -> None:
    work(1_000)
    gc.collect()
    objects, memory = len(gc.get_objects()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    work(250_000)
    gc.collect()
    assert len(gc.get_objects()) - objects < 100
    # A single byte of each operation lost would be a megabyte.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 1_000


@pytest.mark.skipif(sys.version_info < (3, 12), reason="interpreters of their own came with Python 3.12")
def test_a_second_interpreter_is_refused() -> None:
    module = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    program = (
        f"import kuzzle_errors, {module} as interpreters\n"
        "import sys\n"
        "name = interpreters.create()\n"
        "found = None\n"
        "try:\n"
        "    found = interpreters.run_string(name, 'import kuzzle_errors')\n"
        "except Exception as error:\n"
        "    found = error\n"
        "sys.exit(0 if 'ImportError' in repr(found) or 'ImportError' in str(found) else repr(found))\n"
    )
    finished = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)  # noqa: S603
    assert finished.returncode == 0, finished.stderr
