"""The command that comes with the package."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-m", "kuzzle_errors"]


def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], input=given, capture_output=True, text=True, check=False)  # noqa: S603


def test_it_answers_as_the_other_one() -> None:
    golden = Path(__file__).parents[2] / "cli/tests/golden/unknown_index.txt"
    answered = run("explain", "0x01010001")
    assert (answered.returncode, answered.stderr) == (0, "")
    assert answered.stdout == golden.read_text()


def test_it_reads_standard_input() -> None:
    answered = run("explain", "-", given='{"error":{"id":"security.token.expired","message":"m","status":401}}')
    assert answered.returncode == 0
    assert "\nsecurity.token.expired\n" in answered.stdout


def test_its_status_is_its_own() -> None:
    assert run("explain", "no.such.error").returncode == 1
    wrong = run("nonsense")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "Usage: kuzzle-errors" in wrong.stderr


def test_a_closed_pipe_is_quiet() -> None:
    with subprocess.Popen([*COMMAND, "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_control_c_stops_it() -> None:
    with subprocess.Popen([*COMMAND, "explain", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        wait_until_it_reads(process.pid)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT
        assert process.stderr
        assert process.stderr.read() == b""


def wait_until_it_reads(process: int) -> None:
    """Wait until Ctrl-C has its ordinary effect again, which is when the command begins."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        time.sleep(2)
        return
    caught = 1
    while caught:
        time.sleep(0.05)
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        is_python = "SigIgn" in lines and int(lines["SigIgn"], 16) & 1 << signal.SIGPIPE - 1
        caught = not is_python or int(lines["SigCgt"], 16) & 1 << signal.SIGINT - 1
