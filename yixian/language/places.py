"""Places of a report, as written: masked areas (A3区), villages, towns, roads, estates."""

from yixian.language.spans import MASKED_PLACE, endings, named
from yixian.language.words.units import PLACE_ENDINGS

MOST = 12
_PLACES = endings(PLACE_ENDINGS)
_NOT_PLACES = frozenset(
    [
        "小路",
        "马路",
        "道路",
        "公路",
        "农村",
        "全村",
        "全县",
        "本县",
        "我县",
        "外县",
        "小区",
        "社区",
        "街道",
        "学校",
        "医院",
        "市场",
        "广场",
        "公园",
        "花园",
        "政府",
        "业主",
        "车站",
        "小学",
        "中学",
        "铁路",
        "高速",
    ]
)


def places(text: str) -> list[tuple[int, int]]:
    """Spans in order of first appearance, each wording once, at most `MOST`."""
    spans = [found.span() for found in MASKED_PLACE.finditer(text)]
    spans += [_without_area(text, span.start, span.end) for span in named(text, _PLACES)]
    return _first_of_each(text, sorted(spans))


def _without_area(text: str, start: int, end: int) -> tuple[int, int]:
    """A市A3区某某路 → 某某路: the area is a place of its own."""
    for area in MASKED_PLACE.finditer(text, start, end):
        start = area.end()
    return start, end


def _first_of_each(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: dict[str, tuple[int, int]] = {}
    for start, end in spans:
        words = text[start:end]
        if end - start >= 2 and words not in _NOT_PLACES:
            kept.setdefault(words, (start, end))
    return list(kept.values())[:MOST]
