"""举报公示海报: all villages of an office in one PDF."""

from enum import StrEnum

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.hotline import hotline_of
from yixian.reception.posters import posters
from yixian.reception.posters.drawing import PosterWords
from yixian.roster.queries import organ_of, villages_of
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class PosterSize(StrEnum):
    A4 = "a4"
    A3 = "a3"


class NothingToPrint(Refusal):
    """There is no village, or no address of the window to lead to."""

    key = "nothing_to_print"


@leaves_trail("reception.print_posters")
def print_posters(*, by: Officer, size: PosterSize, village_id: int | None = None) -> bytes:
    """A page for each village of the officer's organ, or for one of them. They hold nothing that is sealed."""
    require(by, "reception.print_posters")
    organ = organ_of(by.organ_id)
    if not organ.window_url:
        raise NothingToPrint("还没有填写举报窗口网址，二维码无处可去。请先在“本机关对外信息”里填写。")
    found = villages_of(organ.pk)
    villages = found.filter(pk=village_id) if village_id else found
    if not villages.exists():
        raise NothingToPrint("名册里还没有本机关的村（社区），请先由管理员导入名册。")
    hotline = hotline_of(organ.pk)
    words = PosterWords(
        organ=organ.name,
        phone=hotline.phone,
        hours=hotline.hours,
        outside=hotline.outside,
        address=organ.address,
        window=organ.window_url,
    )
    several = organ.parent_id is None
    names = [f"{each.organ.name} {each.name}" if several else each.name for each in villages]
    return posters(words, names, size.value)
