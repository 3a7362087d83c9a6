"""Numbers of papers: 某纪信〔2026〕12号, with hexagonal brackets and no leading zero."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class PaperNumber:
    """发文字号: the organ's code, the year, the number within that year."""

    code: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.number}号"
