"""`python -m handbook`, with `hooks` on PYTHONPATH."""

from __future__ import annotations

from handbook.cli import main

main()
