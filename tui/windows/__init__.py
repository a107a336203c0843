"""Windows over the review screen: each asks for one thing and hands back what was chosen."""

from __future__ import annotations
