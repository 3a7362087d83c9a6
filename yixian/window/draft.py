"""The answers so far, exactly as typed, and the submission that they become.

Raw words are kept, also those that a form refused: nothing typed is ever lost. What they mean is read from
the forms, once, when the report is sent.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from yixian.reception.actions import ReportedFacts, ReporterFacts, WebSubmission
from yixian.reception.enums import CadreCategory

LONGEST = {"account": 60_000, "text": 60_000}
LONGEST_LINE = 3_000
"""What is kept of one field; longer is shown back with the limit, but not kept. Bounds a drawer near 1 MB."""
UNNAMED = "姓名不详"
DIGITS = 18
CATEGORIES = frozenset(CadreCategory.values)


@dataclass
class Sent:
    """What the receipt shows, until the person leaves: the code is nowhere else."""

    code: str
    organ_id: int
    to_id: int
    real_name: bool
    on: str


@dataclass
class Draft:
    """``answers`` by step and field; ``persons`` are those reported, ``persons_done`` that there are no more.

    ``refused`` names the page whose last answers were not valid: it is shown again with what is wrong, by its
    address, so that the browser's Back never meets a form that asks to be sent once more. ``hinting``: beside
    the account stands what is still missing. ``files_done``: all files are there, or there are none; ``said`` is why
    the last of them were refused.
    """

    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    persons: list[dict[str, str]] = field(default_factory=list)
    persons_done: bool = False
    checking: bool = False
    refused: str = ""
    hinting: bool = False
    files_done: bool = False
    said: list[str] = field(default_factory=list)
    sent: Sent | None = None

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> "Draft":
        sent = content.get("sent")
        return cls(**{**content, "sent": Sent(**sent) if sent else None})

    def content(self) -> dict[str, Any]:
        """What goes into the drawer."""
        return asdict(self)

    @property
    def is_blank(self) -> bool:
        """Nothing was answered yet; which office it is may be known without asking."""
        answered = any(
            words.strip()
            for slug, typed in self.answers.items()
            if slug != "organ"
            for words in typed.values()
        )
        return not (answered or self.persons or self.persons_done or self.sent)

    def answer(self, step: str, name: str) -> str:
        return self.answers.get(step, {}).get(name, "").strip()

    def keep(self, step: str, typed: Mapping[str, str]) -> bool:
        """Whether all of it could be kept: a field beyond every limit is not."""
        self.answers[step] = kept(typed)
        return len(self.answers[step]) == len(typed)

    @property
    def organ_id(self) -> int | None:
        return _number(self.answer("organ", "organ"))

    @property
    def concerns_office(self) -> bool:
        return self.answer("office", "concerns") == "yes"

    @property
    def is_real_name(self) -> bool:
        return self.answer("signing", "signing") == "real_name"

    def submission(self) -> WebSubmission:
        return WebSubmission(
            title=self.answer("matter", "title"),
            account=self.answer("matter", "account"),
            wish=self.answer("matter", "wish"),
            reported=tuple(_reported(person) for person in self.persons),
            reporter=self._reporter() if self.is_real_name else None,
            place=self.answer("place", "place"),
            village_id=_number(self.answer("place", "village")),
            concerns_office=self.concerns_office,
        )

    def _reporter(self) -> ReporterFacts:
        return ReporterFacts(
            name=self.answer("reporter", "name"),
            phone=self.answer("reporter", "phone"),
            address=self.answer("reporter", "address"),
            id_number=self.answer("reporter", "id_number"),
        )


def kept(typed: Mapping[str, str]) -> dict[str, str]:
    return {name: words for name, words in typed.items() if len(words) <= LONGEST.get(name, LONGEST_LINE)}


def _number(typed: str) -> int | None:
    """A row's number, as a form would send it; anything longer is nobody's."""
    return int(typed) if typed.isdecimal() and len(typed) <= DIGITS else None


def _reported(person: Mapping[str, str]) -> ReportedFacts:
    category = person.get("category", "")
    return ReportedFacts(
        name=person.get("name", "").strip() or UNNAMED,
        post=person.get("post", "").strip(),
        unit=person.get("unit", "").strip(),
        category=CadreCategory(category if category in CATEGORIES else CadreCategory.UNKNOWN),
    )
