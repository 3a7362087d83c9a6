"""Sessions and plans on the permit map, against their oracle."""

from pathlib import Path
from types import SimpleNamespace

from tests.protection.oracle import SITUATIONS, Case, Report, disagreements, lines
from yixian.protection.permits import permit_map

TABLE = Path(__file__).with_name("permits.csv")
BETWEEN = (
    "transfer",
    "supervision",
    "arrival",
    "parcel",
    "receipt",
    "result",
    "objection",
    "answer",
    "letter",
    "ask_crossing",
    "crossing_request",
)
ABOUT = ("screening", "screened", "plan", "take_in_matters", "old_matters")
ABOUT += ("consultation", "item", "opinion", "seat", "unit", "minutes", "invitation", "material", "duty")


def session_of(case: Case, opened_by_id: int, *, active: bool = True) -> Report:
    """A session as a permit knows it."""
    opener = SimpleNamespace(is_active=active)
    return case.report(
        trail_subject="assessment.screening:7", more={"opened_by_id": opened_by_id, "opened_by": opener}
    )


def meeting_of(case: Case, *, bench: bool = False, seat: bool = False) -> Report:
    """A meeting, an item or a duty as a permit knows it, handled by somebody else."""
    own = frozenset({case.staff_id})
    more = {
        "bench_ids": lambda: own if bench else frozenset(),
        "seat_ids": lambda: own if seat else frozenset(),
    }
    return case.report(trail_subject="assessment.agendaitem:7", more=more)


def sent_to(case: Case, organ_id: int, *, own: bool = False) -> Report:
    """A transfer or a supervision, from this office or to it, as a permit knows it."""
    here = case.office.organ.pk
    more = {
        "copy_id": 7,
        "to_organ_id": organ_id,
        "transfer": SimpleNamespace(copy_id=7, to_organ_id=organ_id),
    }
    handlers = frozenset({case.staff_id}) if own else frozenset()
    sender = here if organ_id != here else here + 1
    return case.report(organ_id=sender, handlers=handlers, trail_subject="assessment.transfer:7", more=more)


OWN = SITUATIONS | {
    "转给对方机关的件": lambda case: sent_to(case, case.office.organ.pk + 1),
    "本人承办、转给对方机关的件": lambda case: sent_to(case, case.office.organ.pk + 1, own=True),
    "转来本机关的件": lambda case: sent_to(case, case.office.organ.pk),
    "与本机关无关的转办": lambda case: case.report(
        organ_id=case.office.organ.pk + 1, more={"copy_id": 7, "to_organ_id": case.office.organ.pk + 2}
    ),
    "本人召集的排查": lambda case: session_of(case, case.staff_id),
    "他人召集的排查": lambda case: session_of(case, 0),
    "召集人已离任的排查": lambda case: session_of(case, 0, active=False),
    "本人负责的步骤": lambda case: case.report(more={"owner_id": case.staff_id}),
    "主持、记录的会诊": lambda case: meeting_of(case, bench=True),
    "别人主持、记录的会诊": meeting_of,
    "应邀参加的会诊": lambda case: meeting_of(case, seat=True),
    "没有邀请的会诊": meeting_of,
    "他人负责的步骤": lambda case: case.report(more={"owner_id": 0}),
}


def test_every_role_may_what_the_table_says_and_nothing_else(office):
    assert disagreements(office, TABLE, OWN) == []


def test_the_table_mentions_every_act_on_sessions_and_plans():
    mentioned = {act for act, _, _ in lines(TABLE)}
    wanted = {
        act
        for act in permit_map()
        if act.startswith("assessment.") and any(part in act for part in (*ABOUT, *BETWEEN))
    }

    assert wanted - mentioned == set()
