"""The State Council's yearly notice as staff paste it: 二、春节：2月15日（周日）至23日（周一）放假调休，共9天。

Each paragraph of a festival becomes lines of the yearly file, so that pasted and written years pass the same
checks. The rest of the notice is passed over. The number of days that the notice states must come out.
"""

import re
from collections.abc import Iterator
from datetime import date

TITLE = re.compile(r"(\d{4})年(?:部分)?(?:节假日|元旦)")
PARAGRAPH = re.compile(r"^[一二三四五六七八九十]+、([^：:]+)[：:](.+)$")
ASIDE = re.compile(r"（[^）]*）|\([^)]*\)")
DAY = r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日"
SPAN = re.compile(f"{DAY}(?:至{DAY})?")
STATED = re.compile(r"共(\d+)天")


def notice_year(text: str) -> int | None:
    """The year that a notice is for; None when the text is no notice."""
    lines = [compact(line) for line in text.splitlines()]
    title = TITLE.search("".join(lines))
    has_paragraph = any(PARAGRAPH.match(line) for line in lines)
    return int(title.group(1)) if title and has_paragraph else None


def arrangements(line: str, year: int) -> Iterator[str]:
    """The lines of the yearly file that one paragraph stands for; none for other prose."""
    paragraph = PARAGRAPH.match(compact(line))
    if not paragraph:
        return
    festival, body = paragraph.group(1), ASIDE.sub("", paragraph.group(2))
    for sentence in body.split("。"):
        yield from of_sentence(sentence, festival, year)


def of_sentence(sentence: str, festival: str, year: int) -> Iterator[str]:
    """放假 and 补休 are days off, 上班 is worked; a sentence without either arranges nothing."""
    word = "上班" if "上班" in sentence else "放假" if re.search("放假|补休", sentence) else ""
    if not word:
        return
    spans = [days_of(found, festival, year) for found in SPAN.finditer(sentence)]
    check_stated(sentence, festival, spans)
    for first, last in spans:
        yield f"{first.isoformat()}至{last.isoformat()},{word},{festival}"


def days_of(found: re.Match[str], festival: str, year: int) -> tuple[date, date]:
    """The first and last day of a span; the month carries over, and 元旦 may begin in December before."""
    first_year, first_month, first_day, last_year, last_month, last_day = found.groups()
    month = int(first_month or 0)
    earlier = year - 1 if festival == "元旦" and month == 12 else year
    try:
        first = date(int(first_year or earlier), month, int(first_day))
        if not last_day:
            return first, first
        end_month = int(last_month or month)
        end_year = first.year + (end_month < month)
        return first, date(int(last_year or end_year), end_month, int(last_day))
    except ValueError:
        raise ValueError(f"“{festival}”一段中“{found.group(0)}”不是可用的日期") from None


def check_stated(sentence: str, festival: str, spans: list[tuple[date, date]]) -> None:
    stated = STATED.search(sentence)
    counted = sum((last - first).days + 1 for first, last in spans)
    if stated and int(stated.group(1)) != counted:
        raise ValueError(f"“{festival}”一段写明共{stated.group(1)}天，按日期计算是{counted}天")


def compact(line: str) -> str:
    """Pasted text carries spaces of every kind."""
    return re.sub(r"\s+", "", line)
