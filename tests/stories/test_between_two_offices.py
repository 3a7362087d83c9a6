"""One letter between a county and its township, by real sittings at the desk: objected to, upheld, chased, answered,
reported on; and nothing of it readable in the tables.
"""

import pytest

from tests.assessment.actions.test_supervising import ASKED
from tests.desk.sitting import page, sit
from tests.reception.township import LETTER, REPORTER, WEDNESDAY, a_letter, holder_of
from tests.stories.sealed import readable
from yixian.assessment.enums import TransferReply
from yixian.assessment.models import Supervision, Transfer
from yixian.reception.actions import open_mailbox
from yixian.reception.enums import PassageState, ReportState

WHY, INSISTED, RESULT = "按管理权限不归本镇办理。", "属地管理，由你镇办理。", "已查清并向群众公开名单。"


@pytest.fixture(autouse=True)
def _wednesday(settings) -> None:
    settings.YIXIAN_TODAY = WEDNESDAY


def test_a_letter_goes_down_and_its_result_comes_back(town):
    registered = a_letter(town, who="county_clerk")
    county, chief = sit(town, "county_chief"), sit(town, "chief")

    def at(client, path, **typed):
        answer = client.post(f"/desk/{path}", typed, follow=True)
        assert answer.status_code == 200
        return page(answer)

    at(
        county,
        f"reports/{registered.report.pk}/transfer",
        kind_="assign",
        receiver=f"organ:{town.organ.pk}",
        summary="村级低保发放",
        reason="由属地核实",
        telling="",
    )
    transfer = Transfer.objects.get()
    one = f"transfers/{transfer.uid}"
    at(chief, f"{one}/object-to-transfer", reason=WHY)
    settling = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY).passage
    at(county, f"{one}/insist-on-transfer", reason=INSISTED)
    at(chief, f"{one}/accept-transfer")
    at(county, f"{one}/issue-supervision", kind_="press", way="letter", words=ASKED, due_on="2026-03-20")
    asked = f"supervisions/{Supervision.objects.get().uid}"
    at(chief, f"{asked}/answer-supervision", answer="下周办结。")
    at(county, f"{asked}/settle-supervision")
    at(chief, f"{one}/report-result", result=RESULT)

    transfer.refresh_from_db()
    shown = page(county.get(f"/desk/{one}"))
    assert (transfer.reply, transfer.report.state) == (TransferReply.REPORTED, ReportState.PASSED_ON)
    assert [each for each in (WHY, INSISTED, RESULT) if each not in shown] == []
    passage = open_mailbox(by=holder_of(registered.code), on=WEDNESDAY).passage
    assert (settling, passage) == (PassageState.SETTLING, PassageState.REPORTED)
    assert readable(LETTER.account, REPORTER.name, WHY, INSISTED, RESULT, ASKED) == []
