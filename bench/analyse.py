"""How long ``yixian analyse`` takes and how much memory: on the real messages, and on a synthetic 100,000 rows.

python -m bench.analyse              both
python -m bench.analyse --rows N     only a synthetic ledger of N rows

The synthetic ledger is made at run time in a temporary folder from the real messages and is never kept.
Recipe, with a fixed seed, for each row:
- nine in ten are a matter of their own: one real message, each sentence kept with a chance of 0.7, and a
  third of its distinct characters exchanged for others, the same all through the row. So its length and
  shape are real while its names and most of its word sequences are its own: a hundred thousand people do
  not copy each other's sentences, and a ledger that did would measure only copies;
- one in ten is a near-copy of one of the last thousand rows with a few sentences dropped, so that matters
  of several reports exist;
- digits are drawn anew; a day within three years, one of rows / 3 senders, one of four channels, a new id.
"""

import csv
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from yixian.toolkit.spreadsheets import cell_text, read_book

SHARED = Path(os.environ.get("YIXIAN_SHARED") or Path(__file__).resolve().parents[2] / "shared")
MESSAGES = SHARED / "data" / "messages.xlsx"
ROWS = 100_000
LIMITS = {"messages": {"seconds": 180, "gib": 2.0}, "synthetic": {"seconds": 1200, "gib": 4.0}}
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;\n]*")
_HAN = re.compile("[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")


def measure(rows: int = ROWS) -> dict[str, object]:
    """Seconds and peak memory of each run beside its limit; nothing where the real data are absent."""
    if not MESSAGES.is_file():
        return {"skipped": "../shared/data/messages.xlsx is absent"}
    found: dict[str, object] = {"messages": _run(MESSAGES, "messages")}
    found["synthetic"] = synthetic(rows)
    return found


def synthetic(rows: int) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        path = Path(folder) / "ledger.csv"
        write_ledger(path, rows)
        return {"rows": rows, **_run(path, "synthetic")}


def write_ledger(path: Path, rows: int) -> None:
    """The recipe above."""
    draw = random.Random(20260301)  # noqa: S311 - a benchmark, not a secret
    sheet = read_book(MESSAGES).sheets[0]
    real = [(cell_text(row[2]), _SENTENCE.findall(cell_text(row[4]))) for row in sheet.rows[1:]]
    pool = "".join(_HAN.findall("".join("".join(sentences) for _, sentences in real)))[::50]
    made: list[tuple[str, list[str]]] = []
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["编号", "用户", "主题", "时间", "详情", "信访方式"])
        for number in range(rows):
            subject, sentences = (
                _copied(draw, made) if made and draw.random() < 0.1 else _own(draw, real, pool)
            )
            made.append((subject, sentences))
            day = f"{draw.randrange(2024, 2027)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
            channel = draw.choice(["来信", "来访", "来电", "网络"])
            sender = f"U{draw.randrange(max(rows // 3, 1))}"
            writer.writerow([f"S{number:06d}", sender, subject, day, "".join(sentences), channel])


def _own(draw: random.Random, real: list[tuple[str, list[str]]], pool: str) -> tuple[str, list[str]]:
    subject, sentences = draw.choice(real)
    kept = [sentence for sentence in sentences if draw.random() < 0.7] or sentences
    distinct = sorted(set(_HAN.findall(subject + "".join(kept))))
    exchanged = draw.sample(distinct, len(distinct) // 3)
    table = str.maketrans(dict(zip(exchanged, draw.choices(pool, k=len(exchanged)), strict=True)))
    return _redrawn(draw, subject.translate(table)), [_redrawn(draw, one.translate(table)) for one in kept]


def _copied(draw: random.Random, made: list[tuple[str, list[str]]]) -> tuple[str, list[str]]:
    subject, sentences = draw.choice(made[-1000:])
    return subject, [sentence for sentence in sentences if draw.random() < 0.8] or sentences


def _redrawn(draw: random.Random, text: str) -> str:
    return _DIGIT.sub(lambda _: str(draw.randrange(10)), text)


def _run(path: Path, name: str) -> dict[str, object]:
    """The real command line in its own process, as a user runs it."""
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as folder:
        command = [sys.executable, "-c", "from yixian.config.cli import main; main()"]
        started = time.perf_counter()
        child = subprocess.Popen(
            [*command, "analyse", str(path), "--out", str(Path(folder) / "out")], stdout=subprocess.DEVNULL
        )
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        seconds, gib = round(time.perf_counter() - started, 1), round(used.ru_maxrss / 2**20, 2)
    limit = LIMITS[name]
    return {
        "exit": child.returncode,
        "seconds": seconds,
        "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
        "peak_gib": gib,
        "limit_seconds": limit["seconds"],
        "limit_gib": limit["gib"],
        "within": child.returncode == 0 and seconds < limit["seconds"] and gib < limit["gib"],
    }


def main() -> None:
    if "--rows" in sys.argv:
        print(synthetic(int(sys.argv[sys.argv.index("--rows") + 1])))
    else:
        print(measure())


if __name__ == "__main__":
    main()
