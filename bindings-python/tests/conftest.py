"""How the tests run everywhere."""

import signal
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

# A run leaves nothing behind in the checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "hypothesis")
settings.register_profile("checkout", database=None, deadline=None, max_examples=60)
settings.load_profile("checkout")

# Processes in the background of a shell ignore Ctrl-C, and so would the commands that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)
