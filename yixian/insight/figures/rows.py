"""What figures need to know of one report, and nothing that names anybody."""

from dataclasses import dataclass
from datetime import date

ELEMENTS = {
    "who": "反映对象",
    "what": "具体事实",
    "when": "发生时间",
    "where": "发生地点",
    "evidence": "证据线索",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One report. An empty string, an empty tuple or None means that it is not recorded.

    ``kind``, ``channel``, ``source`` and ``outcomes`` hold the values of ``yixian.regulations.classes``.
    """

    id: str
    received_on: date | None = None
    kind: str = ""
    channel: str = ""
    source: str = ""
    repeat: bool | None = None
    first: str = ""
    """The report that it repeats, and whose reporter is therefore its own, where that is known."""
    signed: bool | None = None
    issues: tuple[str, ...] = ()
    department: str = ""
    area: str = ""
    """County-level area (区、县、市)."""
    place: str = ""
    """Town or village (乡镇、街道、村、社区)."""
    posts: tuple[str, ...] = ()
    """Categories of post of the persons and units accused; one entry for each."""
    motive: str = ""
    who: bool | None = None
    what: bool | None = None
    when: bool | None = None
    where: bool | None = None
    evidence: bool | None = None
    matter: str = ""
    title: str = ""
    """What the matter is called in a list; the caller has masked names of persons."""
    closed_on: date | None = None
    outcomes: tuple[str, ...] = ()
    """One entry for each person reported."""

    def lacking(self) -> int | None:
        """How many of the five elements the report does not state; None where it was not read."""
        stated = (self.who, self.what, self.when, self.where, self.evidence)
        return None if None in stated else sum(not one for one in stated)
