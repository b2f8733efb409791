"""Look-ups in the built-in registry."""

import doctest

import pytest

import kuzzle_errors


def test_a_code_of_the_documentation() -> None:
    definition = kuzzle_errors.by_code(0x01010001)
    assert definition is not None
    assert definition.id == "services.storage.unknown_index"
    assert definition.code == 0x01010001
    assert definition.class_name == "PreconditionError"
    assert definition.status == 412
    assert "%s" in definition.message
    assert definition.description == "The provided data index does not exist"
    assert definition.params == ("index",)


@pytest.mark.parametrize("code", [0, -1, 0x01017FFF, 2**32 + 0x01010001, -(2**31) - 1, 2**200])
def test_a_number_that_no_error_has(code: int) -> None:
    assert kuzzle_errors.by_code(code) is None


def test_definitions_of_one_error_are_equal() -> None:
    definition = kuzzle_errors.by_code(0x01010001)
    assert definition == kuzzle_errors.by_code(0x01010001)
    assert definition != kuzzle_errors.by_code(0x01010002)
    assert len({definition, kuzzle_errors.by_code(0x01010001)}) == 1


def test_what_the_documentation_shows() -> None:
    assert doctest.testmod(kuzzle_errors).failed == 0
