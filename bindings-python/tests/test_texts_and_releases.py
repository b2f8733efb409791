"""Errors in texts, what differs between registries, and the releases."""

from __future__ import annotations

import pickle

import pytest

import kuzzle_errors
from kuzzle_errors import Difference, Hit, PublishedRelease, Registry, at, scan

ID = "services.storage.unknown_index"
LATE: dict[str, object] = {"code": 1, "class": "BadRequestError", "message": "Too late", "params": []}


def test_places_are_counted_as_the_text_is() -> None:
    text = f"\u00e9\N{TAXI}\ud800 {ID}\n{ID}"
    hits = scan(text)
    assert [(hit.start, hit.end, hit.line) for hit in hits] == [(4, 34, 1), (35, 65, 2)]
    sent = text.encode(errors="surrogatepass")
    assert [(hit.start, hit.end) for hit in scan(sent)] == [(10, 40), (41, 71)]
    assert [sent[hit.start : hit.end].decode() for hit in scan(sent)] == [ID, ID]


def test_a_hit_tells_what_it_is() -> None:
    (hit,) = scan('2026-11-27T15:19:23Z {"error":{"id":"services.storage.unknown_index","code":1,"status":412}}')
    assert hit.definition is kuzzle_errors.by_id(ID)
    assert (hit.code, hit.by, hit.time, hit.in_documents) == (0x01010001, "id", "2026-11-27T15:19:23.000Z", False)
    assert hit.conflict
    assert hit.conflict.code
    assert hit.conflict.code.to_dict() == {
        "received": 1,
        "expected": 0x01010001,
        "belongs_to": "core.fatal.unexpected_error",
    }
    assert pickle.loads(pickle.dumps(hit)) == hit  # noqa: S301 - just made
    match hit:
        case Hit("services.storage.unknown_index", code):
            assert code == 0x01010001
        case other:
            pytest.fail(repr(other))


def test_texts_of_a_registry_of_its_own() -> None:
    registry = Registry.load({"name": "shop", "errors": {"late": LATE}})
    (hit,) = registry.scan(b"\xff plugin.shop.late, services.storage.unknown_index \xfe")
    assert hit.definition is registry.by_id("plugin.shop.late")


def test_nothing_differs_from_itself() -> None:
    assert at("2").compare(at("2.56.0")).is_empty
    assert not at("1").compare(at("2")).is_empty


def test_what_differs_is_told_as_it_was_and_is() -> None:
    before = Registry.load({"name": "shop", "errors": {"late": {**LATE, "message": "Late %s", "params": ["item"]}}})
    after = Registry.load({"name": "shop", "errors": {"late": {**LATE, "code": 2, "class": "NotFoundError"}}})
    comparison = before.compare(after)
    (difference,) = comparison.changed
    assert isinstance(difference, Difference)
    assert difference.code == (before.by_id("plugin.shop.late").code, after.by_id("plugin.shop.late").code)  # type: ignore[union-attr] # pyright: ignore[reportOptionalMemberAccess]
    assert difference.class_name == ("BadRequestError", "NotFoundError")
    assert difference.status == (400, 404)
    assert difference.params == (("item",), ())
    assert difference.message == ("Late %s", "Too late")
    assert difference.cause is None
    assert difference.to_dict()["params"] == {"from": ["item"], "to": []}
    assert (comparison.from_.release, comparison.from_.definitions) == (None, 1)
    assert pickle.loads(pickle.dumps(comparison)) == comparison  # noqa: S301 - just made


def test_the_releases() -> None:
    releases = kuzzle_errors.releases()
    assert releases[0] == PublishedRelease("1.9.0", "2019-08-01")
    assert PublishedRelease("1.12.0", "2020-12-18") in releases
    assert releases[-1].release == at("2").release
