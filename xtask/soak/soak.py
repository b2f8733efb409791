"""Use everything that allocates, in several threads, for as many seconds as the argument says."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import kuzzle_errors
from kuzzle_errors import Registry, parse

THREADS = 4
BODY = (
    b'{"status":206,"error":{"id":"services.storage.incomplete_delete","message":"m","status":206,'
    b'"errors":[{"_id":"a","reason":"r","status":404}],"x":[1.50]}}'
)
MANIFEST = {"name": "shop", "errors": {"late": {"code": 1, "class": "BadRequestError", "message": "Too late: %s"}}}


def once() -> None:
    """Load, build, read and write."""
    both = Registry.kuzzle().with_(Registry.load(MANIFEST))
    built = both.error("plugin.shop.late", "tomorrow")
    assert built.message == "Too late: tomorrow"
    try:
        raise built
    except kuzzle_errors.BadRequestError as caught:
        assert caught.to_json()
    read = parse(BODY)
    assert read is not None
    assert len(read.failures) == 1
    assert read.explain()


def work(end: float) -> None:
    """Go on until the time has come."""
    while time.monotonic() < end:
        once()


def main() -> None:
    """Run the threads, and tell what went wrong in one."""
    end = time.monotonic() + float(sys.argv[1])
    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work, end) for _ in range(THREADS)]:
            done.result()


if __name__ == "__main__":
    main()
