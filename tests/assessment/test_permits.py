"""Sessions and plans on the permit map, against their oracle."""

from pathlib import Path
from types import SimpleNamespace

from tests.protection.oracle import SITUATIONS, Case, Report, disagreements, lines
from yixian.protection.permits import permit_map

TABLE = Path(__file__).with_name("permits.csv")
ABOUT = ("screening", "screened", "plan", "take_in_matters", "old_matters")


def session_of(case: Case, opened_by_id: int, *, active: bool = True) -> Report:
    """A session as a permit knows it."""
    opener = SimpleNamespace(is_active=active)
    return case.report(
        trail_subject="assessment.screening:7", more={"opened_by_id": opened_by_id, "opened_by": opener}
    )


OWN = SITUATIONS | {
    "本人召集的排查": lambda case: session_of(case, case.staff_id),
    "他人召集的排查": lambda case: session_of(case, 0),
    "召集人已离任的排查": lambda case: session_of(case, 0, active=False),
    "本人负责的步骤": lambda case: case.report(more={"owner_id": case.staff_id}),
    "他人负责的步骤": lambda case: case.report(more={"owner_id": 0}),
}


def test_every_role_may_what_the_table_says_and_nothing_else(office):
    assert disagreements(office, TABLE, OWN) == []


def test_the_table_mentions_every_act_on_sessions_and_plans():
    mentioned = {act for act, _, _ in lines(TABLE)}
    wanted = {
        act for act in permit_map() if act.startswith("assessment.") and any(part in act for part in ABOUT)
    }

    assert wanted - mentioned == set()
