"""`python -m tests.bench [ITEM...] --cards N --reviews M --json`: medians over fresh processes."""

import argparse
import json
import platform
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench import counting, data, packaging, tables
from tests.bench.inside import ITEMS as INSIDE
from tests.bench.process import result_of, traced

IDLE_S = 2.0
"""How long the app rests before its memory is read."""


def main() -> int:
    """Measure what is asked for, or everything."""
    known = [*INSIDE, "startup", "rss"]
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("items", nargs="*", metavar="ITEM", help=", ".join(known))
    parser.add_argument("--cards", type=int, default=10_000)
    parser.add_argument("--reviews", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=7, help="fresh processes an item")
    parser.add_argument("--mixed", action="store_true", help="half of the cards have more to do on screen")
    parser.add_argument("--keep", type=Path, help="folder for the made-up profiles, kept and used again")
    parser.add_argument(
        "--anki", nargs=2, metavar=("PYTHON", "SCRIPT"), help="Anki beside it, where it can be asked"
    )
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    args = parser.parse_args()
    if unknown := set(args.items) - set(known):
        parser.error(f"unknown items: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as temporary:
        name = f"{args.cards}-{args.reviews}{'-mixed' if args.mixed else ''}"
        folder = (args.keep or Path(temporary)) / name
        if set(args.items or known) - _WITHOUT_PROFILE:
            data.make(folder, args.cards, args.reviews, mixed=args.mixed)
        found = {item: _measure(item, folder, args.runs) for item in args.items or known}
        for items, name, measure in _OF_ANKI:
            if args.anki and items & found.keys():
                found[name] = measure(args.anki, args.cards, args.reviews, args.runs)
    result = {
        "cards": args.cards,
        "reviews": args.reviews,
        "mixed": args.mixed,
        "runs": args.runs,
        "python": platform.python_version(),
        "results": found,
    }
    print(json.dumps(result, indent=None if args.json else 1))
    return 0


def _measure(item: str, folder: Path, runs: int) -> dict[str, Any]:
    if item in _OUTSIDE:
        return _OUTSIDE[item](folder, runs)
    samples = [result_of("-m", "tests.bench.inside", item, str(folder)) for _ in range(runs)]
    return {key: _summary([sample[key] for sample in samples]) for key in samples[0]}


def _startup(folder: Path, runs: int) -> dict[str, Any]:
    """From the spawn to home painted with its counts, and to a bare window of the same Qt, in turn."""
    bare, app = [], []
    for number in range(runs + 1):
        with traced("-m", "tests.bench.bare") as process:
            bare.append(process.ms_to("home_painted"))
        with traced("-m", "quizapp", "--data", str(folder)) as process:
            app.append(process.ms_to("home_painted"))
            time.sleep(0.5)
        if not number:
            bare.clear(), app.clear()  # the first pair warms the disk cache
    return {
        "bare_ms": _summary(bare),
        "app_ms": _summary(app),
        "more_ms": _summary([ours - theirs for ours, theirs in zip(app, bare, strict=True)]),
    }


def _rss(folder: Path, runs: int) -> dict[str, Any]:
    """Memory of the app at rest on home."""
    samples = []
    for _ in range(runs):
        with traced("-m", "quizapp", "--data", str(folder)) as process:
            process.ms_to("home_painted")
            time.sleep(IDLE_S)
            samples.append(process.memory_mb())
    return {key: _summary([sample[key] for sample in samples]) for key in samples[0]}


def _summary(values: Sequence[Any]) -> Any:
    """Median, least and most; of pooled lists also the 99th percentile; other values as they are."""
    if isinstance(values[0], list):
        pooled = sorted(value for sample in values for value in sample)
        return _numbers(pooled) | {"p99": round(pooled[int(0.99 * (len(pooled) - 1))], 2)}
    if isinstance(values[0], float):
        return _numbers(values)
    return values[0] if len(set(values)) == 1 else list(values)


def _numbers(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 2),
        "min": round(min(values), 2),
        "max": round(max(values), 2),
        "n": len(values),
    }


_WITHOUT_PROFILE = {"grade", "import_csv", "search"}
"""Items that need none, or make their own."""
_OUTSIDE: dict[str, Callable[[Path, int], dict[str, Any]]] = {"startup": _startup, "rss": _rss}

_OF_ANKI: tuple[tuple[set[str], str, Callable[[list[str], int, int, int], dict[str, Any]]], ...] = (
    ({"stats"}, "stats_of_anki", counting.anki),
    ({"import_apkg", "export_apkg"}, "apkg_of_anki", packaging.anki),
    ({"import_csv"}, "csv_of_anki", tables.anki),
)
"""Items -> what Anki does instead."""

if __name__ == "__main__":
    sys.exit(main())
