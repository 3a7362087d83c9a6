"""The form of a time limit: how long, counted from what, by which article, how it may grow."""

from dataclasses import dataclass
from datetime import date

from yixian.regulations.articles import Article, Grade
from yixian.regulations.words import Word


class Unit(Word):
    """日 and 月 are calendar time; only a term that says 工作日 skips rest days."""

    WORKING_DAY = "working_day", "个工作日"
    CALENDAR_DAY = "calendar_day", "日"
    MONTH = "month", "个月"


@dataclass(frozen=True, slots=True)
class Extension:
    """How a term may grow. ``length`` is None where the approval, not the article, names the day."""

    length: int | None
    unit: Unit
    approver: str
    duty: str = ""
    times: int = 1

    def sentence(self) -> str:
        span = f"延长不超过{self.length}{self.unit.label}" if self.length is not None else "适当延长"
        duty = f"，{self.duty}" if self.duty else ""
        return f"经{self.approver}批准可以{span}{duty}"


@dataclass(frozen=True, slots=True)
class Term:
    """One time limit. ``counted_from`` is the event in words, 收到之日; that day itself is not counted."""

    key: str
    name: str
    length: int
    unit: Unit
    counted_from: str
    source: Article
    extension: Extension | None = None
    configurable: bool = False

    @property
    def article(self) -> str:
        return self.source.number

    @property
    def instrument(self) -> str:
        return self.source.instrument.title_text

    @property
    def in_force_since(self) -> date | None:
        return self.source.instrument.in_force_since

    @property
    def grade(self) -> Grade:
        return self.source.grade

    @property
    def span(self) -> str:
        """15个工作日, 60日, 3个月."""
        return f"{self.length}{self.unit.label}"

    def sentence(self) -> str:
        """自收到之日起15个工作日内（《…》第二十六条）: for tooltips, letters and the overdue list."""
        return f"自{self.counted_from}起{self.span}内（{self.source.cite()}）"

    def full_sentence(self) -> str:
        """The name, the limit and how it may be extended, as one sentence."""
        extension = f"；{self.extension.sentence()}" if self.extension else ""
        return f"{self.name}：{self.sentence()}{extension}。"
