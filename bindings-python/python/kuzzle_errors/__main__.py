"""The command `kuzzle-errors`; also `python -m kuzzle_errors`."""

from __future__ import annotations

import signal
import sys

from kuzzle_errors._native import run_command


def main() -> None:
    """Run the command with the arguments of the process, and exit with its status."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # It only takes note of Ctrl-C and would act when the command has ended.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.exit(run_command(["kuzzle-errors", *sys.argv[1:]]))


if __name__ == "__main__":
    main()
