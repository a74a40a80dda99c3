"""The site that is hard on feeds, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from feed_stand import make_rich_site


@pytest.fixture(scope="session")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its output. Read it, do not write in it."""
    return make_rich_site(tmp_path_factory.mktemp("rich"))
