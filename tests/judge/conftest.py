"""Training and measuring live in `bench`, which is not installed: the checkout itself is put on the path."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
