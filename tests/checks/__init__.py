"""The checks of this guide: each is a function that yields a Fault and prints nothing.

`python -m tests.checks` runs those that read the source; pytest runs the same, and those that read the built site.
"""

from importlib import import_module
from pathlib import Path


def every() -> list[str]:
    """Import every module of checks, so that all of them are entered in the list, and give their names."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if not path.stem.startswith("__"))
    for name in names:
        import_module(f"{__name__}.{name}")
    return names
