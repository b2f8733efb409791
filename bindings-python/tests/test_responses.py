"""Errors raised from responses of `requests`, `httpx` and `aiohttp`, from a real server."""

from __future__ import annotations

import asyncio
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import aiohttp
import httpx
import pytest
import requests

from kuzzle_errors import KuzzleError, MalformedResponse, NotFoundError, parse, raise_for

if TYPE_CHECKING:
    from collections.abc import Iterator

ANSWERS = {
    "/ok": (200, b'{"status":200,"error":null,"result":{"now":1}}'),
    "/gone": (404, b'{"status":404,"error":{"id":"services.storage.not_found","message":"Gone","status":404}}'),
    "/proxy": (502, b"<html><body>502 Bad Gateway</body></html>"),
    "/page": (200, b"<html>"),
}
RAISED = {
    "/ok": None,
    "/gone": (NotFoundError, 404, "Gone"),
    "/proxy": (KuzzleError, 502, "HTTP status 502"),
    "/page": (MalformedResponse, None, "line 1, column 1: expected value"),
}


class Handler(BaseHTTPRequestHandler):
    """Answers what stands in the table."""

    def do_GET(self) -> None:
        """Answer."""
        status, body = ANSWERS[self.path]
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - named by the base class
        """Stay quiet."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_port}"
        served.shutdown()


def expect(path: str, error: Exception | None) -> None:
    found = error and (type(error), getattr(error, "status", None), str(error))
    assert found == RAISED[path]


def raised(response: requests.Response | httpx.Response) -> Exception | None:
    try:
        raise_for(response)
    except (KuzzleError, MalformedResponse) as error:
        return error
    return None


@pytest.mark.parametrize("path", ANSWERS)
def test_requests(server: str, path: str) -> None:
    expect(path, raised(requests.get(server + path, timeout=10)))


@pytest.mark.parametrize("path", ANSWERS)
def test_httpx(server: str, path: str) -> None:
    expect(path, raised(httpx.get(server + path)))


@pytest.mark.parametrize("path", ANSWERS)
def test_aiohttp(server: str, path: str) -> None:
    async def ask() -> Exception | None:
        async with aiohttp.ClientSession() as session, session.get(server + path) as response:
            try:
                await raise_for(response)
            except (KuzzleError, MalformedResponse) as error:
                return error
        return None

    expect(path, asyncio.run(ask()))


def test_streamed_responses_are_read(server: str) -> None:
    expect("/gone", raised(requests.get(server + "/gone", timeout=10, stream=True)))
    with httpx.stream("GET", server + "/gone") as response:
        expect("/gone", raised(response))

    async def ask() -> Exception | None:
        async with httpx.AsyncClient() as client, client.stream("GET", server + "/gone") as response:
            await response.aread()
            return raised(response)

    expect("/gone", asyncio.run(ask()))


def consumed(url: str) -> Iterator[requests.Response | httpx.Response]:
    """Yield responses whose bodies cannot be read any more."""
    response = requests.get(url, timeout=10, stream=True)
    assert b"".join(response.iter_content(4))
    yield response
    with httpx.stream("GET", url) as streamed:
        assert b"".join(streamed.iter_bytes())
        yield streamed
    with httpx.stream("GET", url) as closed:
        pass
    yield closed


def test_without_its_body_a_response_still_has_its_status(server: str) -> None:
    for response in consumed(server + "/gone"):
        with pytest.raises(NotFoundError, match="HTTP status 404") as caught:
            raise_for(response)
        assert isinstance(caught.value.__cause__, RuntimeError)
    for response in consumed(server + "/ok"):
        with pytest.raises(RuntimeError, match=r"consumed|streamed|closed"):
            raise_for(response)


def test_closed_responses_of_aiohttp(server: str) -> None:
    async def ask(path: str) -> None:
        async with aiohttp.ClientSession() as session:
            response = await session.get(server + path)
            response.close()
            await raise_for(response)

    with pytest.raises(NotFoundError, match="HTTP status 404") as caught:
        asyncio.run(ask("/gone"))
    assert isinstance(caught.value.__cause__, aiohttp.ClientError)
    with pytest.raises(aiohttp.ClientError):
        asyncio.run(ask("/ok"))


def test_what_is_no_response_is_refused() -> None:
    with pytest.raises(TypeError, match="expected a response of requests, httpx or aiohttp, not dict"):
        raise_for({"status": 404})  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]


def test_bodies_in_every_form() -> None:
    _, body = ANSWERS["/gone"]
    forms = [body, body.decode(), bytearray(body), memoryview(body), "\ufeff" + body.decode()]
    for form in forms:
        assert isinstance(parse(form), NotFoundError)
    assert isinstance(parse({"error": {"message": "Gone", "status": 404}}), NotFoundError)
    with pytest.raises(TypeError, match="expected a dict, str or bytes, not list"):
        parse([])  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]


def test_numbers_that_json_has_not_are_null_in_a_dict_as_javascript_writes_them() -> None:
    came = json.loads('{"error":{"message":"NaN","status":404,"big":1e400,"not":NaN,"sum":0.5}}')
    found = parse(came)
    assert found is not None
    assert found.to_json() == '{"message":"NaN","status":404,"big":null,"not":null,"sum":0.5}'


def test_what_is_no_status_says_nothing() -> None:
    for status in (-1, 0, 70000, 2**64, None):
        assert parse({"result": 1}, status) is None


def test_malformed_json_is_placed() -> None:
    with pytest.raises(MalformedResponse) as caught:
        parse('{"error":\n  {"message": }}')
    assert (caught.value.line, caught.value.column, caught.value.reason) == (2, 15, "expected value")
