"""`python -m factcheck`: the command line."""

from __future__ import annotations

from factcheck.cli import main

raise SystemExit(main())
