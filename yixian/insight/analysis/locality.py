"""Which of the places a report mentions counts as its 属地: one town or village, one county-level area."""

import re
from collections.abc import Sequence

_LOCAL = (
    re.compile(r"[^\s，。、的了在是]{1,7}(?:村|社区)"),
    re.compile(r"[^\s，。、的了在是]{1,6}(?:街道|镇|乡)"),
)
_AREA = re.compile(r"[^\s，。、的了在是]{1,5}(?:区|县|市)")
_GENERIC = re.compile(
    r"^(?:街道|城|农|乡|新农|全|本|我|各|该|这|那|哪|某|一|两|几|每|多|自然|行政|城中|美丽|老|新|有|到|其|周边|附近|"
    r"整|小|开发|工业|校|住宅|生活|商业|居民|安置|超|菜|门|城|闹|都|大都|股|上|夜|外)+(?:村|社区|街道|镇|乡|区|县|市)$"
)


def locality(places: Sequence[str]) -> str:
    """The first village or community named, else the first town; empty where none is."""
    for pattern in _LOCAL:
        for place in places:
            if pattern.fullmatch(place) and not _GENERIC.match(place):
                return place
    return ""


def area(places: Sequence[str]) -> str:
    """The first district or county named; a city only where nothing nearer is."""
    named = [place for place in places if _AREA.fullmatch(place) and not _GENERIC.match(place)]
    nearer = [
        place for place in named if place[-1] in "区县" and not place.endswith(("小区", "社区", "园区"))
    ]
    return (nearer or [place for place in named if place.endswith("市")] or [""])[0]
