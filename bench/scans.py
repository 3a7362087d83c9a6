"""Reading scanned letters: seconds a page and character accuracy, for each way in which a page is spoiled.

python -m bench scans            everything (some ten minutes)
python -m bench.scans quick      one page of each kind, printed, nothing written

Accuracy is 1 − CER (edits over characters), blanks left out, full and half width counted as the same. The faces are
those of this machine; one that is missing is named with the reason. Faces that look like handwriting are faces: a
person's hand is harder, and how much harder is not known here.
"""

import json
import resource
import sys
import time
import unicodedata
from typing import Any

import numpy as np

from bench.scan_letters import letter
from bench.scan_pages import (
    HANDWRITING_LIKE,
    PRINTED,
    Face,
    Spoil,
    as_jpeg,
    as_pdf,
    both,
    clean,
    faces,
    noisy,
    photographed,
    plain_face,
    skewed,
    stamped,
    turned_by,
    typeset,
)
from yixian.toolkit.scans import PageRead, pages_of, read_page

SPOILS: dict[str, Spoil] = {
    "干净": clean,
    "噪点": noisy,
    "噪点，斜 +2°": both(skewed(2), noisy),
    "噪点，斜 −2°": both(skewed(-2), noisy),
    "噪点，斜 +5°": both(skewed(5), noisy),
    "噪点，斜 −5°": both(skewed(-5), noisy),
    "盖章，噪点": both(stamped, noisy),
    "倒 90°，噪点": both(noisy, turned_by(1)),
    "倒 180°，噪点": both(noisy, turned_by(2)),
    "倒 270°，噪点": both(noisy, turned_by(3)),
    "手机拍照（斜视、阴影）": photographed,
}
HEAD = "青禾镇人民政府文件"
LETTERS_EACH = 1
Row = dict[str, Any]
Read = tuple[PageRead, str, float]
"""What was read, what stands there, and the seconds of both cores together that it took."""


def measure(letters: int = LETTERS_EACH) -> dict[str, Any]:
    """Every figure: printed faces by spoiling, then what only looks like handwriting."""
    here, absent = faces(PRINTED)
    hands, no_hands = faces(HANDWRITING_LIKE)
    read_page(as_jpeg(typeset(letter(0), plain_face())[0]))  # the engine is loaded before the clock runs
    printed = {
        name: _row(
            [_one(face, spoil, 100 * k + 10 * n + i) for i in range(letters) for n, face in enumerate(here)]
        )
        for k, (name, spoil) in enumerate(SPOILS.items())
    }
    printed["红头，噪点"] = _row([_one(face, noisy, 2000 + n, head=HEAD) for n, face in enumerate(here)])
    printed["三页 PDF，噪点"] = _row(_pdf(here[0], 2100))
    by_face = {
        face.name: _row([_one(face, both(skewed(2), noisy), 2200 + i) for i in range(letters)])
        for face in here
    }
    like = {
        face.name: _row([_one(face, noisy, 2300 + i, jitter=4) for i in range(letters)]) for face in hands
    }
    return {
        "印刷体，200 dpi": printed,
        "印刷体，分字体（噪点，斜 +2°）": by_face,
        "手写样字体（不等于真人手写）": like,
        "没有测的字体": [*absent, *no_hands],
        "峰值内存 MB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _one(face: Face, spoil: Spoil, seed: int, *, head: str = "", jitter: int = 0) -> Read:
    page, text = typeset(letter(seed), face, head=head, jitter=jitter)
    spoiled = spoil(page, np.random.default_rng(seed))
    return _timed(pages_of(as_jpeg(spoiled))[0].content, text)


def _timed(content: bytes, text: str) -> Read:
    began = time.process_time()
    page = read_page(content)
    return page, text, time.process_time() - began


def _pdf(face: Face, seed: int) -> list[Read]:
    sheets = [typeset(letter(seed + at), face) for at in range(3)]
    chance = np.random.default_rng(seed)
    pages = pages_of(as_pdf([noisy(page, chance) for page, _ in sheets]))
    return [_timed(page.content, text) for page, (_, text) in zip(pages, sheets, strict=True)]


def _row(read: list[Read]) -> Row:
    """Over all characters of all pages; ``worst`` is the worst page."""
    counted = [(_edits(folded(page.text), folded(text)), len(folded(text))) for page, text, _ in read]
    marked = [_marked(page, text) for page, text, _ in read]
    wrong = sum(each[0] for each in marked)
    return {
        "accuracy": round(1 - sum(e for e, _ in counted) / sum(n for _, n in counted), 4),
        "worst page": round(min(1 - e / n for e, n in counted), 4),
        "seconds a page": round(float(np.mean([page.seconds for page, *_ in read])), 2),
        "slowest": round(max(page.seconds for page, *_ in read), 2),
        "processor seconds a page": round(float(np.mean([spent for *_, spent in read])), 2),
        "characters marked doubtful": round(float(np.mean([page.doubtful_share for page, *_ in read])), 4),
        "wrong characters that are marked": round(sum(each[1] for each in marked) / wrong, 3)
        if wrong
        else None,
        "pages": len(read),
    }


def folded(text: str) -> str:
    """Without blanks, full and half width the same."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _edits(one: str, other: str) -> int:
    return int(_table(one, other)[-1, -1])


def _table(one: str, other: str) -> np.ndarray:
    cost = np.zeros((len(one) + 1, len(other) + 1), np.int32)
    cost[:, 0], cost[0] = np.arange(len(one) + 1), np.arange(len(other) + 1)
    letters = np.array(list(other))
    for i, sign in enumerate(one, start=1):
        swapped = cost[i - 1, :-1] + (letters != sign)
        best = np.minimum(swapped, cost[i - 1, 1:] + 1)
        for j in range(1, len(other) + 1):
            cost[i, j] = min(best[j - 1], cost[i, j - 1] + 1)
    return cost


def _marked(page: PageRead, truth: str) -> tuple[int, int]:
    """Wrong or missing characters, and how many of them lie at a place that is marked doubtful."""
    signs = [(at, folded(sign)) for at, sign in enumerate(page.text) if folded(sign)]
    places = [at for at, sign in signs for _ in sign]
    one, other = "".join(sign for _, sign in signs), folded(truth)
    cost, i, j, wrong, seen = _table(one, other), len(one), len(other), 0, 0
    near = {at for each in page.doubts for at in range(each.start - 1, each.end + 1)}
    while i or j:
        if i and j and cost[i, j] == cost[i - 1, j - 1] + (one[i - 1] != other[j - 1]):
            bad, i, j = one[i - 1] != other[j - 1], i - 1, j - 1
        else:
            bad = True
            i, j = (i - 1, j) if i and cost[i, j] == cost[i - 1, j] + 1 else (i, j - 1)
        if bad:
            wrong, seen = wrong + 1, seen + bool(places and places[min(i, len(places) - 1)] in near)
    return wrong, seen


def quick() -> Row:
    """One page of each kind: a look, not a measurement."""
    return {name: _row([_one(plain_face(), spoil, 1)]) for name, spoil in SPOILS.items()}


if __name__ == "__main__":
    found = quick() if sys.argv[1:] == ["quick"] else measure()
    print(json.dumps(found, ensure_ascii=False, indent=2))
