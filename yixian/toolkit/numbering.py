"""Numbers of papers: 某纪信〔2026〕12号, with hexagonal brackets and no leading zero."""

import re
from dataclasses import dataclass

_FORM = re.compile(r"(?P<code>\S+?)[〔\[（(【](?P<year>\d{4})[〕\]）)】]第?(?P<number>\d+)号")


@dataclass(frozen=True, slots=True, order=True)
class PaperNumber:
    """发文字号: the organ's code, the year, the number within that year."""

    code: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.number}号"

    def following(self, *, year: int) -> "PaperNumber":
        """The next number: counting goes on within a year and starts at 1 in a new one."""
        return PaperNumber(self.code, year, self.number + 1 if year == self.year else 1)


def read_paper_number(text: str) -> PaperNumber | None:
    """A number as typed, with whatever brackets; None where it is not one."""
    match = _FORM.fullmatch(text.strip())
    return PaperNumber(match["code"], int(match["year"]), int(match["number"])) if match else None
