"""The recipe of the README for FastAPI: errors answered in Kuzzle's wire shape or as problem details."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx
import pytest
from readme import run_example_with

from kuzzle_errors import KuzzleError, error, ids, raise_for

if TYPE_CHECKING:
    from fastapi import FastAPI

app: FastAPI = run_example_with("app")


@app.get("/taxis/{taxi}")
async def get_taxi(taxi: str) -> None:
    """Find no taxi."""
    raise error(ids.services.storage.NOT_FOUND, taxi, "nyc", "yellow-taxi")


async def ask(accept: str) -> httpx.Response:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        return await client.get("/taxis/5", headers={"accept": accept})


def test_kuzzles_wire_shape() -> None:
    response = asyncio.run(ask("application/json"))
    assert response.status_code == 404
    with pytest.raises(KuzzleError) as caught:
        raise_for(response)
    assert caught.value.is_(ids.services.storage.NOT_FOUND)
    assert caught.value.props == ("5", "nyc", "yellow-taxi")


def test_problem_details() -> None:
    response = asyncio.run(ask("application/problem+json"))
    assert (response.status_code, response.headers["content-type"]) == (404, "application/problem+json")
    assert response.json()["title"] == "NotFoundError"
    assert response.json()["id"] == ids.services.storage.NOT_FOUND
