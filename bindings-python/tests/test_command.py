"""The command that comes with the package."""

from __future__ import annotations

import signal
import subprocess
import sys
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


ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")


@ON_POSIX
def test_control_c_stops_it_at_once() -> None:
    with subprocess.Popen([*COMMAND, "explain", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE) as process:  # noqa: S603
        wait_until_it_reads(process)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=30) == -signal.SIGINT
        assert process.stderr
        assert process.stderr.read() == b""


@ON_POSIX
def test_control_c_stays_ignored_where_it_is() -> None:
    ignoring = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *COMMAND, "explain", "-"]
    with subprocess.Popen(ignoring, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603
        wait_until_it_reads(process)
        process.send_signal(signal.SIGINT)
        answer, _ = process.communicate(b'{"error":{"id":"security.token.expired","message":"m"}}', timeout=30)
        assert b"security.token.expired" in answer
        assert process.returncode == 0


def wait_until_it_reads(process: subprocess.Popen[bytes]) -> None:
    """Write more than a pipe holds: that comes to its end when the command has read some of it."""
    assert process.stdin
    process.stdin.write(b" " * 2**20)
    process.stdin.flush()
