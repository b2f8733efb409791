"""Errors in the records of `logging`."""

from __future__ import annotations

import io
import logging

from readme import run_example_with

from kuzzle_errors import error
from kuzzle_errors.logs import ErrorFields


def lines() -> tuple[logging.Logger, io.StringIO]:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(ErrorFields())
    handler.setFormatter(logging.Formatter("%(kuzzle_id)s %(kuzzle_code)s %(kuzzle_retry)s: %(message)s"))
    logger = logging.Logger("test")  # noqa: LOG001 - of this test alone
    logger.addHandler(handler)
    return logger, stream


def test_the_error_that_is_logged() -> None:
    logger, stream = lines()
    logger.error("failed", exc_info=error("services.storage.not_connected"))
    assert stream.getvalue().startswith("services.storage.not_connected 16842776 later: failed\n")


def test_the_error_that_caused_what_is_logged() -> None:
    logger, stream = lines()
    try:
        try:
            raise error("security.token.expired")
        except Exception as cause:
            raise OSError from cause
    except OSError:
        logger.exception("failed")
    assert stream.getvalue().startswith("security.token.expired 117506054 login: failed\n")


def test_the_error_that_is_the_message_or_in_it() -> None:
    logger, stream = lines()
    logger.error(error("security.token.expired"))
    logger.error("no login for %s: %s", "ann", error("security.token.expired"))
    logger.error("no %(what)s", {"what": "login"})
    written = [line.partition(":")[0] for line in stream.getvalue().splitlines()]
    assert written == [*2 * ["security.token.expired 117506054 login"], "None None None"]


def test_the_recipe_of_the_readme() -> None:
    handler: logging.StreamHandler[io.StringIO] = run_example_with("handler")
    handler.setStream(io.StringIO())
    logger = logging.Logger("test")  # noqa: LOG001 - of this test alone
    logger.addHandler(handler)
    logger.warning("failed: %s", error("services.storage.unknown_index", "nyc"))
    assert handler.stream.getvalue() == (
        'WARNING services.storage.unknown_index 16842753 never: failed: There is no index named "nyc"\n'
    )


def test_other_records() -> None:
    logger, stream = lines()
    logger.info("well")
    logger.error("failed", exc_info=KeyError())
    assert stream.getvalue().splitlines()[0] == "None None None: well"
    hidden = OSError()
    hidden.__context__ = error("security.token.expired")
    hidden.__suppress_context__ = True
    logger.error("hidden", exc_info=hidden)
    assert "None None None: hidden" in stream.getvalue()
