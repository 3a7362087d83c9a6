"""What reporters do by code, as the desk shows it and goes on with it."""

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import TUESDAY, Township, an_accepted, holder_of
from tests.toolkit.files.samples import png
from yixian.protection.enums import RecusalGround
from yixian.reception.actions import (
    Registered,
    ask_recusal_by_code,
    give_feedback,
    give_view,
    open_mailbox,
    write_as_reporter,
)
from yixian.reception.enums import FeedbackWay, ReporterView
from yixian.reception.models import RecusalRequest
from yixian.toolkit.files import EVIDENCE, take_in
from yixian.toolkit.today import today


@pytest.fixture
def accepted(town: Township) -> Registered:
    return an_accepted(town)


def base(registered: Registered) -> str:
    return f"/desk/reports/{registered.report.pk}"


def test_files_stand_beside_the_letter_that_brought_them(town: Township, accepted: Registered) -> None:
    files = (take_in("材料1（图片）.png", png(), EVIDENCE),)
    write_as_reporter(by=holder_of(accepted.code), text="又找到一张单子。", on=TUESDAY, files=files)

    letters = page(sit(town).get(f"{base(accepted)}/letters"))

    assert (f'{base(accepted)}/files/1">材料1</a>' in letters, "又找到一张单子。" in letters) == (True, True)


def test_an_objection_by_code_is_explained_into_the_mailbox(town: Township, accepted: Registered) -> None:
    way, told = FeedbackWay.MAILBOX, "名单已补登公示。"
    give_feedback(by=town["clerk"], report=accepted.report, way=way, text=told, on=TUESDAY)
    by = holder_of(accepted.code)
    give_view(by=by, view=ReporterView.OBJECTED, text="还差两户。", on=TUESDAY)
    clerk = sit(town)

    sheet = page(clerk.get(f"{base(accepted)}/view"))
    clerk.post(f"{base(accepted)}/view", {"view": "objection", "note": "两户已于本月补上。"})

    letters = [letter.text for letter in open_mailbox(by=by, on=today()).letters]
    assert ("这里写的说明会放进他的信箱" in sheet, "无异议" in sheet) == (True, False)
    assert [sheet.count(words) for words in ("名单已补登公示。", "还差两户。")] == [1, 1]
    assert "两户已于本月补上。" in letters


@pytest.mark.parametrize(
    ("kind", "text", "hinted"),
    [
        ("answer", "您好，您的来信已收悉，已转有关部门处理，感谢您的支持！", True),
        ("answer", "经核实，两户不符合低保条件，已于6月8日取消，并追回补贴3600元。", False),
        ("notice", "您的来信已收悉，感谢您的支持！", False),
    ],
)
def test_an_answer_that_only_acknowledges_is_hinted_at_and_goes_out(
    town: Township, accepted: Registered, kind: str, text: str, hinted: bool
) -> None:
    sent = page(sit(town).post(f"{base(accepted)}/letters", {"kind": kind, "text": text}, follow=True))

    assert ("像是只告知收到或者转办" in sent, text in sent) == (hinted, True)


def test_the_chief_finds_out_whom_a_request_is_about_and_settles_it(
    town: Township, accepted: Registered
) -> None:
    ground, text = RecusalGround.OTHER, "管项目的同志是他连襟。"
    ask_recusal_by_code(by=holder_of(accepted.code), handler=False, ground=ground, text=text, on=TUESDAY)
    address = f"{base(accepted)}/settle-recusal-request/{RecusalRequest.objects.get().pk}"
    chief = sit(town, "chief")

    seen = [address in page(sit(town, who).get(base(accepted))) for who in ("clerk", "chief")]
    letters = page(chief.get(f"{base(accepted)}/letters"))
    done = page(chief.post(address, follow=True))

    assert (seen, text in letters, "已登记审查" in done) == ([False, True], True, True)
    assert (RecusalRequest.objects.get().decided_on, chief.get(address).status_code) == (today(), 302)
