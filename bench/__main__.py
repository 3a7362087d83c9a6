"""Run every measurement and write bench/results.json with the machine, the versions and the ratios.

python -m bench              everything (some hours: 100,000 rows are analysed,
                             an office is killed 200 times, a million reports are sealed twice)
python -m bench reading      one of: reading, likeness, frequency, linking, analyse, submissions, kills, scans,
                             importing, window, million, crossing, walk
"""

import importlib
import json
import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")
PARTS = {
    "reading": "bench.reading_quality",
    "likeness": "bench.likeness_quality",
    "frequency": "bench.frequency_attack",
    "linking": "bench.linking",
    "analyse": "bench.analyse",
    "submissions": "bench.submissions",
    "kills": "bench.kills",
    "scans": "bench.scans",
    "importing": "bench.importing",
    "window": "bench.window",
    "million": "bench.million",
    "crossing": "bench.crossing",
    "walk": "bench.walk",
}


def machine() -> dict[str, object]:
    """What the figures were taken on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": os.cpu_count(),
        "memory_gib": round(memory, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "packages": {
            name: version(name)
            for name in ("numpy", "scipy", "scikit-learn", "Django", "rapidocr", "onnxruntime")
        },
    }


def main() -> int:
    chosen = sys.argv[1:] or list(PARTS)
    unknown = [name for name in chosen if name not in PARTS]
    if unknown:
        print(f"没有 {'、'.join(unknown)} 这一项；可用：{'、'.join(PARTS)}")
        return 2
    results = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    results["machine"] = machine()
    for name in chosen:
        print(f"== {name} ==", flush=True)
        results[name] = importlib.import_module(PARTS[name]).measure()
        print(json.dumps(results[name], ensure_ascii=False, indent=2))
        RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2, sort_keys=True) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
