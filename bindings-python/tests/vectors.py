"""Reads the files of `vectors/`; their README describes the format."""
# JSON has no types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import base64
import json
import os
import re
from pathlib import Path
from typing import Any, NamedTuple

FOLDER = Path(os.environ.get("VECTORS") or Path(__file__).parents[2] / "vectors")

_DECODER = json.JSONDecoder()
_BLANKS = re.compile(r'("(?:[^"\\]|\\.)*")|\s+')


class Case(NamedTuple):
    """One case; input and output also as the JSON that is written in the file."""

    name: str
    given: Any
    expected: Any
    given_json: str
    expected_json: str


def cases(file: str) -> list[Case]:
    """Return the cases of a file, in order."""
    text = (FOLDER / file).read_text(encoding="utf-8")
    return [_case(members(case)) for case in elements(members(text)["cases"])]


def report(file: str, asked: int, wrong: int) -> None:
    """Add a line to the file that `CONFORMANCE_REPORT` names, where it does: `cargo xtask conformance` reads it."""
    if path := os.environ.get("CONFORMANCE_REPORT"):
        with Path(path).open("a", encoding="utf-8") as lines:
            lines.write(f"{file.removesuffix('.json')}\t{asked}\t{wrong}\n")


def _case(case: dict[str, str]) -> Case:
    given, expected = case["in"], case["out"]
    return Case(json.loads(case["name"]), json.loads(given), json.loads(expected), given, expected)


def members(json_text: str) -> dict[str, str]:
    """Return the members of an object as they are written."""
    found: dict[str, str] = {}
    position = _skip(json_text, 0) + 1
    while json_text[position := _skip(json_text, position)] != "}":
        name, end = _DECODER.raw_decode(json_text, position)
        start = _skip(json_text, end)
        _, position = _DECODER.raw_decode(json_text, start)
        found[name] = json_text[start:position]
    return found


def elements(json_text: str) -> list[str]:
    """Return the elements of an array as they are written."""
    found: list[str] = []
    position = _skip(json_text, 0) + 1
    while json_text[position := _skip(json_text, position)] != "]":
        start = position
        _, position = _DECODER.raw_decode(json_text, start)
        found.append(json_text[start:position])
    return found


def _skip(text: str, position: int) -> int:
    while text[position] in " \t\r\n,:":
        position += 1
    return position


def compact(json_text: str) -> str:
    """Return JSON without the blanks between its tokens."""
    return _BLANKS.sub(r"\1", json_text)


def body(json_text: str) -> bytes:
    """Return what a value stands for: a text, a form of one, or compact JSON."""
    value = json.loads(json_text)
    if isinstance(value, str):
        return value.encode(errors="surrogatepass")
    if isinstance(value, dict) and set(value) == {"text"}:
        return value["text"].encode(errors="surrogatepass")
    if isinstance(value, dict) and set(value) == {"base64"}:
        return base64.b64decode(value["base64"])
    if isinstance(value, dict) and set(value) == {"repeat"}:
        piece, count = value["repeat"]
        return (piece * count).encode()
    return compact(json_text).encode(errors="surrogatepass")


def text(json_text: str) -> str:
    """Return what a value stands for, as text."""
    return body(json_text).decode(errors="surrogatepass")
