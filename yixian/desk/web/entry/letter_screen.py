"""The screen of a letter: with its cover, and filled with what its pages say when it was scanned."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from yixian.desk.looking import look_at
from yixian.desk.web.entry.cover import CoverForm, OutOfBoxForm
from yixian.desk.web.entry.forms import EntryForm
from yixian.desk.web.entry.screen import Screen, hush, told_once
from yixian.protection.actions import NewCode
from yixian.reception.actions import LIMITS, ReportFacts, Submitted, seal_scan_up
from yixian.reception.enums import Channel

if TYPE_CHECKING:
    from yixian.reception.models import Scan

HEADING = re.compile("^(关于|反映|举报|控告|申诉).{2,}[^。，：:]$|.(信|材料|情况反映)$")


@dataclass(frozen=True)
class LetterInHand:
    """A scanned letter: what its pages say together, as corrected."""

    scan: "Scan"
    text: str
    pages: int

    def initial(self) -> dict[str, Any]:
        """A first line that reads like a heading is the title too."""
        first = next(iter(self.text.strip().splitlines()), "").strip()
        title = first if HEADING.search(first) and len(first) <= LIMITS["title"] else ""
        return {"account": self.text, "title": title, "received_on": self.scan.received_on}


@dataclass
class LetterScreen(Screen):
    """Without ``letter`` the clerk types; nothing more is asked than before."""

    letter: LetterInHand | None = None
    cover: CoverForm = field(init=False)
    box: OutOfBoxForm = field(init=False)
    template = "desk/entry/letter.html"

    def __post_init__(self) -> None:
        super().__post_init__()
        self.cover = CoverForm(self.data)
        self.box = OutOfBoxForm(self.data, officer=self.officer)
        if self.data is None and self.letter is not None:
            self.look = look_at(self.officer, title="", account=self.letter.text, reported=())
            self.assess = type(self.assess)(None, look=self.look)

    def make_form(self) -> EntryForm:
        initial = self.letter.initial() if self.letter else {}
        return EntryForm(self.data, officer=self.officer, channel=self.channel, on=self.on, initial=initial)

    @property
    def asks_for_box(self) -> bool:
        """Of a scan alone, while there is a box to choose, or what was chosen no longer stands."""
        return self.letter is not None and bool(self.box.boxes or self.box.errors)

    @property
    def again(self) -> str:  # type: ignore[override] # depends on what is in hand
        return reverse("desk:scans") if self.letter else ""

    def is_valid(self, *, for_superior: bool = False) -> bool:
        return all([super().is_valid(for_superior=for_superior), self.cover.is_valid(), self.box.is_valid()])

    def facts(self) -> ReportFacts:
        return replace(super().facts(), cover=self.cover.facts())

    def more(self) -> dict[str, Any]:
        return {"scan": self.letter.scan, "opening": self.box.chosen()} if self.letter else {}

    def sealed_upward(self, code: NewCode) -> Submitted:
        if self.letter is None:
            return super().sealed_upward(code)
        channel = Channel.BOX if self.box.chosen() else Channel.LETTER
        facts = self.facts()
        scan, by = self.letter.scan, self.officer
        return seal_scan_up(by=by, scan=scan, facts=facts, code=code, on=self.on, channel=channel)

    @property
    def troubles(self) -> dict[str, Any]:
        return told_once(
            self.form, *self.people.forms, *self.reporters.forms, self.cover, self.box, self.assess
        )

    def quietly(self) -> "Screen":
        hush(self.cover, self.box)
        return super().quietly()
