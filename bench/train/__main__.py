"""Train the judge: ``python -m bench.train --data ../shared/datasets``.

Writes `plugins/copydesk/editing/judge/weights/markup.npz` and `text.npz`, and into the cache the weights of the
cross-validation (``python -m bench.quality --by-site CACHE`` measures with them) and a report of how pages were judged
by those that had not seen their site. The same data, code and versions give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from copydesk.editing.judge import weights as judge_weights

from bench.quality.gold import folder_of_sets
from bench.train import dumps, saved_pages
from bench.train.corpus import Sample, samples
from bench.train.report import best_possible, show, table
from bench.train.run import train
from bench.train.silver import silver_gold
from bench.train.table import prepare
from bench.unseen import ASIDE, unseen_weights

WEIGHTS = Path(judge_weights.__file__).parent / "weights"


def main() -> None:
    """Train what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--cache", type=Path, default=Path("/tmp/copydesk-train"))
    asked.add_argument("--only", choices=("markup", "text"), help="markup comes first: its word is gold to some dumps")
    options = asked.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    data = folder_of_sets(options.data)
    makers: dict[str, Callable[[], list[Sample]]] = {
        "markup": lambda: saved_pages.page_samples(data),
        "text": lambda: dumps.text_samples(data, options.cache),
    }
    for name, make in makers.items():
        if options.only in (None, name):
            _train_one(name, make, options.cache)


def _train_one(name: str, make: Callable[[], list[Sample]], cache: Path) -> None:
    pages = [prepare(sample) for sample in samples(name, cache, make)]
    print(f"{name}: {len(pages)} pages, {sum(len(page.labels) for page in pages)} blocks", flush=True)
    trained = train(pages)
    if name == "markup":
        silver = json.dumps(silver_gold(pages, trained.both))
        (cache / "silver.json").write_text(silver, encoding="utf-8")
    path = WEIGHTS / f"{name}.npz"
    for part, weights in trained.by_part.items():
        file = path if part == ASIDE else unseen_weights(cache, name, part)
        file.parent.mkdir(parents=True, exist_ok=True)
        np.savez_compressed(file, **judge_weights.pack(weights))  # type: ignore[arg-type]
    report = show(
        {
            "possible": best_possible(pages),
            "first": table(pages, trained.first),
            "second": table(pages, trained.second),
            "both": table(pages, trained.both),
        }
    )
    (cache / f"report-{name}.txt").write_text(report + "\n", encoding="utf-8")
    print(f"{report}\n{path.name}: {path.stat().st_size:,} bytes", flush=True)


if __name__ == "__main__":
    main()
