"""The package beside its peers, in one run: a line for each, with group, name and median nanoseconds.

The rounds are spread over several processes: where one happens to have its code in memory decides over some 20 ns.
"""

from __future__ import annotations

import http
import json
import statistics
import subprocess
import sys
import timeit
from typing import TYPE_CHECKING

import grpc
import psycopg.errors

import kuzzle_errors
from kuzzle_errors import by_code, by_id, error, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PROCESSES = 9
ROUNDS_A_PROCESS = 5
SECONDS_A_ROUND = 0.02

BODY = json.dumps(
    {
        "requestId": "6a0c4a2e-55c8-4d3b-8d3b-a1f0c2b0f6de",
        "status": 404,
        "error": {
            "message": 'No document with id "doc-1" in index "nyc", collection "yellow-taxi"',
            "status": 404,
            "id": "services.storage.not_found",
            "code": 16842763,
            "props": ["doc-1", "nyc", "yellow-taxi"],
        },
        "controller": "document",
        "action": "get",
        "collection": "yellow-taxi",
        "index": "nyc",
        "volatile": {"sdkName": "js@7.17.1", "sdkInstanceId": "7a1b"},
        "room": "6a0c4a2e",
        "result": None,
    }
).encode()

TABLE = {definition.code: definition for definition in kuzzle_errors.definitions()}
IDS = {definition.id: definition for definition in kuzzle_errors.definitions()}


class Plain(Exception):  # noqa: N818 - an exception as anybody writes it
    """An exception with four attributes."""

    def __init__(self, message: str, error_id: str, code: int, status: int) -> None:
        """Keep them."""
        super().__init__(message)
        self.message = message
        self.id = error_id
        self.code = code
        self.status = status


def decode_and_raise() -> Plain:
    """Do what a client without this package does."""
    found = json.loads(BODY)["error"]
    return Plain(found["message"], found["id"], found["code"], found["status"])


ONE_PROCESS = "--one-process"

OURS = "kuzzle-errors"
GROUPS: dict[str, dict[str, Callable[[], object]]] = {
    "definition by code": {
        OURS: lambda: by_code(16842753),
        "dict.get": lambda: TABLE.get(16842753),
        "psycopg.errors.lookup": lambda: psycopg.errors.lookup("23505"),
        "http.HTTPStatus": lambda: http.HTTPStatus(404),
        "grpc.StatusCode": lambda: grpc.StatusCode["NOT_FOUND"],
    },
    "definition by id": {
        OURS: lambda: by_id("services.storage.unknown_index"),
        "dict.get": lambda: IDS.get("services.storage.unknown_index"),
        "psycopg.errors.lookup": lambda: psycopg.errors.lookup("UNIQUE_VIOLATION"),
    },
    "an error built": {
        OURS: lambda: error("services.storage.unknown_index", "nyc"),
        f"{OURS}, by name": lambda: error("services.storage.unknown_index", index="nyc"),
        "an exception with four attributes": lambda: Plain("There is no index", "unknown_index", 16842753, 412),
    },
    "an error read (bytes)": {
        OURS: lambda: parse(BODY),
        "json.loads and that exception": decode_and_raise,
    },
}


def measure(group: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Return the median nanoseconds of each, without those of a call that does nothing; rounds take turns."""
    timers = {name: timeit.Timer(call) for name, call in {**group, "": lambda: None}.items()}
    numbers = {name: max(1, int(SECONDS_A_ROUND / (timer.timeit(1000) / 1000))) for name, timer in timers.items()}
    rounds: dict[str, list[float]] = {name: [] for name in timers}
    for _ in range(ROUNDS_A_PROCESS):
        for name, timer in timers.items():
            rounds[name].append(timer.timeit(numbers[name]) / numbers[name] * 1e9)
    medians = {name: statistics.median(times) for name, times in rounds.items()}
    call = medians.pop("")
    return {name: time - call for name, time in medians.items()}


def measure_in_processes() -> dict[str, dict[str, float]]:
    """Return the medians of what several processes measure."""
    runs = [json.loads(run(__file__, ONE_PROCESS)) for _ in range(PROCESSES)]
    return {
        title: {name: statistics.median(run[title][name] for run in runs) for name in group}
        for title, group in GROUPS.items()
    }


def measure_imports(modules: Iterable[str]) -> dict[str, float]:
    """Return the median nanoseconds of importing each module in a new process; rounds take turns."""
    program = "import time; start = time.perf_counter(); import {}; print((time.perf_counter() - start) * 1e9)"
    rounds: dict[str, list[float]] = {name: [] for name in modules}
    for _ in range(PROCESSES):
        for name, times in rounds.items():
            times.append(float(run("-c", program.format(name))))
    return {name: statistics.median(times) for name, times in rounds.items()}


def run(*arguments: str) -> str:
    """Return what a new process of this Python prints."""
    return subprocess.check_output([sys.executable, *arguments], text=True)  # noqa: S603


def show(group: str, times: dict[str, float]) -> None:
    """Print a line for each time, as `cargo xtask bench` reads them."""
    for name, time in times.items():
        print(f"{group}\t{name}\t{time:.3f}")


def main() -> None:
    """Measure everything, or what one process measures."""
    if sys.argv[1:] == [ONE_PROCESS]:
        print(json.dumps({title: measure(group) for title, group in GROUPS.items()}))
        return
    for title, times in measure_in_processes().items():
        show(title, times)
    imports = measure_imports(["kuzzle_errors", "psycopg.errors", "grpc", "http"])
    show("import", {name.replace("kuzzle_errors", OURS): time for name, time in imports.items()})


if __name__ == "__main__":
    main()
