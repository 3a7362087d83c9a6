"""Soft questions beside the answers, before they are sent: what looks like a slip, or gives away more than was meant.

A doubt never holds anybody up and is never stored or sent: it is worked out anew whenever the page is shown.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from yixian.reception.enums import CadreCategory
from yixian.window.draft import Draft

ABOVE = frozenset({CadreCategory.TOWN_LEADER, CadreCategory.COUNTY_STAFF})
_ABOVE_IN_WORDS = re.compile(
    r"纪委|监察|镇长|乡长|[镇乡](?:党委)?(?:副)?书记|党委(?:副)?书记|副县长|县长|局长"
)
_NOT_DIGITS = re.compile(r"\D")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"(?:0\d{2,3})?[2-9]\d{6,7}|0\d{2,3}[2-9]\d{6,7}\d{1,5}")
_IN_TEXT = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)")
_I_AM = re.compile(r"(?:我叫|我是|本人(?:叫|姓名)?)[:： ]?([一-鿿]{2,4})(?=[，,。；;、\s]|$)")
_PLAIN_I = re.compile(r"村|镇|民|户|人|家|员|的|在|不|去|有|这|那")
_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"


@dataclass(frozen=True, slots=True)
class Doubt:
    """``slug`` is the page on which it can be changed."""

    slug: str
    words: str


def doubts_about(draft: Draft, on: date) -> list[Doubt]:
    return [doubt for ask in ASKING for doubt in ask(draft, on)]


def _contact(draft: Draft, on: date) -> Iterator[Doubt]:
    if not draft.is_real_name:
        return
    phone, address = draft.answer("reporter", "phone"), draft.answer("reporter", "address")
    if not phone and not address:
        yield Doubt("reporter", "没有写电话，也没有写地址。我们没法核实署名，只能按匿名办理。")
    if phone and not is_phone(phone):
        digits = len(_NOT_DIGITS.sub("", phone))
        yield Doubt("reporter", f"电话好像不对：手机号是11位，您写的有{digits}位数字。")
    number = draft.answer("reporter", "id_number")
    if number and not is_id_number(number):
        yield Doubt("reporter", "身份证号好像不对：应当是18位，最后一位可能是X。不写也可以。")


def _level(draft: Draft, on: date) -> Iterator[Doubt]:
    """Somebody of the level above is named, and the answer to 由谁受理 says otherwise."""
    if draft.concerns_office:
        return
    for person in draft.persons:
        words = f"{person.get('unit', '')}{person.get('post', '')}"
        if person.get("category") in ABOVE or _ABOVE_IN_WORDS.search(words):
            name = person.get("name", "").strip() or person.get("post", "").strip() or "其中一个人"
            yield Doubt(
                "office",
                f"“{name}”好像是纪委的人或者上级管的干部，由上一级受理。您前面选的不是“有”，请再看看。",
            )


def _anonymity(draft: Draft, on: date) -> Iterator[Doubt]:
    """匿名 was chosen, and the words tell who writes."""
    if draft.is_real_name:
        return
    account = draft.answer("matter", "account")
    if _IN_TEXT.search(account):
        yield Doubt("matter", "您选了匿名，写的内容里好像有手机号或者身份证号。是您自己的，可以去掉。")
    named = next((found[1] for found in _I_AM.finditer(account) if not _PLAIN_I.search(found[1])), "")
    if named:
        yield Doubt(
            "matter", f"您选了匿名，写的内容里好像有您的姓名（“{named}”）。不想让人知道的，可以去掉。"
        )


def _time(draft: Draft, on: date) -> Iterator[Doubt]:
    later = {year for year in map(int, _YEAR.findall(draft.answer("matter", "account"))) if year > on.year}
    for year in sorted(later):
        yield Doubt("matter", f"写的“{year}年”还没有到，是不是写错了？")


Asking = Callable[[Draft, date], Iterator[Doubt]]
ASKING: tuple[Asking, ...] = (_level, _contact, _anonymity, _time)


def is_phone(typed: str) -> bool:
    """A mobile number, or a landline with or without its area code and extension."""
    digits = _NOT_DIGITS.sub("", typed.replace("+86", ""))
    return bool(_MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits))


def is_id_number(typed: str) -> bool:
    """GB 11643: seventeen digits and a check character."""
    number = typed.strip().replace(" ", "").upper()
    if not re.fullmatch(r"\d{17}[\dX]", number):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, WEIGHTS, strict=False))
    return CHECKS[total % 11] == number[17]
