"""Runs the examples of the README."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def run_examples() -> list[dict[str, Any]]:
    """Run the examples in Python as they are written, in order, and return the names that each defines."""
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    examples = [part.partition("```")[0] for part in readme.split("```python\n")[1:]]
    return list(map(_run, examples))


def run_example_with(name: str) -> Any:  # noqa: ANN401 - of any type
    """Return what the one example that defines this name has under it."""
    (found,) = [names[name] for names in run_examples() if name in names]
    return found


def _run(example: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(compile(example, "README.md", "exec", dont_inherit=True), names)  # noqa: S102
    return names
