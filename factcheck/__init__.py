"""A fact-check and claim-verification workbench for English and Chinese.

from factcheck import Workspace
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.workspace import Workspace

__all__ = ["Workspace", "__version__"]

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`Workspace` on first use, so that `import factcheck` stays light."""
    if name == "Workspace":
        from factcheck.workspace import Workspace

        return Workspace
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
