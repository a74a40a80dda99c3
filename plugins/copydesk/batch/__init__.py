"""The folder of raw files and the folder of stories: which seeds there are, which story each is, what to write.

All effects of normalizing are here. What is decided (`matching`, `planning`) stands apart from what is written
(`shelf`, `files`), so that every decision can be tested without a disk.
"""

from copydesk.batch.lock import hold
from copydesk.batch.newest import build_time
from copydesk.batch.normalizing import normalize, preview
from copydesk.batch.report import Outcome, Report
from copydesk.batch.run import Options
from copydesk.batch.staleness import stale

__all__ = ["Options", "Outcome", "Report", "build_time", "hold", "normalize", "preview", "stale"]
