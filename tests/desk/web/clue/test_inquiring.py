from datetime import timedelta

from tests.desk.sitting import page, sit
from tests.reception.township import LETTER as REPORT
from tests.resolution.casework import a_proposal
from yixian.regulations.classes import Disposal as DisposalKind
from yixian.resolution.actions import decide_disposal
from yixian.resolution.models import Clue, Inquiry
from yixian.toolkit.today import today


def inquiring(town) -> str:
    proposal = a_proposal(town, DisposalKind.TALK_OR_INQUIRY, REPORT)
    decide_disposal(by=town["chief"], disposal=proposal, approved=True, on=today())
    return f"/desk/clues/{Clue.objects.get().pk}"


def letter(**changes) -> dict[str, str]:
    person = Clue.objects.get().matter.links.get().report.people.get()
    return {"person": str(person.pk), "unit": "柳湾村党总支", "questions": "名单怎样确定？", **changes}


def test_a_letter_goes_out_is_received_answered_and_shown(town):
    base, chief = inquiring(town), sit(town, "chief")

    preview = page(chief.post(f"{base}/issue-inquiry", {**letter(), "do": "preview"}))
    chief.post(f"{base}/issue-inquiry", letter())
    sent = Inquiry.objects.get()
    chief.post(f"{base}/serve-inquiry/{sent.pk}", {"served_on": today().isoformat()})
    answer = {
        "replied_on": today().isoformat(),
        "signed": "leader",
        "explains": "part",
        "text": "由评议会议确定。",
    }
    chief.post(f"{base}/record-inquiry-reply/{sent.pk}", answer)
    shown = page(chief.get(base))

    assert ("函询通知书" in preview, "发出时编号" in preview) == (True, True)
    assert "部分作了说明" in shown
    assert "所在党组织主要负责人已签署意见" in shown


def test_what_is_refused_stays_on_the_form(town):
    base, chief = inquiring(town), sit(town, "chief")

    told = page(chief.post(f"{base}/issue-inquiry", letter(questions="据金丝雀姓名反映，名单怎样确定？")))

    assert "会暴露举报人" in told
    assert "柳湾村党总支" in told


def test_a_day_to_come_is_no_day_of_receipt(town):
    base, chief = inquiring(town), sit(town, "chief")
    chief.post(f"{base}/issue-inquiry", letter())

    tomorrow = (today() + timedelta(days=1)).isoformat()
    told = page(chief.post(f"{base}/serve-inquiry/{Inquiry.objects.get().pk}", {"served_on": tomorrow}))

    assert "不能晚于今天" in told
    assert Inquiry.objects.get().served_on is None


def test_a_letter_that_cannot_be_served_is_taken_back_with_its_reason(town):
    base, chief = inquiring(town), sit(town, "chief")
    chief.post(f"{base}/issue-inquiry", letter())
    address = f"{base}/withdraw-inquiry/{Inquiry.objects.get().pk}"
    offered = page(chief.get(base))

    unsaid = page(chief.post(address, {}))
    chief.post(address, {"why": "unreached"})
    shown = page(chief.get(base))

    assert (address in offered, address in shown) == (True, False)
    assert "撤回原因" in unsaid
    assert "error-summary" in unsaid
    assert "撤回，没有送达：联系不上本人，送达不了" in shown
    assert "现在不能办“撤回函询通知书”" in page(chief.get(address, follow=True))


def test_a_clue_with_a_letter_taken_back_asks_no_handler_to_serve_it(town):
    base, chief = inquiring(town), sit(town, "chief")
    chief.post(f"{base}/issue-inquiry", letter())
    before = page(chief.get("/desk/"))
    chief.post(f"{base}/withdraw-inquiry/{Inquiry.objects.get().pk}", {"why": "mistaken"})

    after = page(chief.get("/desk/"))

    assert ("送达函询通知书" in before, "送达函询通知书" in after) == (True, False)


def test_a_state_in_which_no_clue_stands_is_not_taken_for_an_empty_ledger(town):
    inquiring(town)

    shown = page(sit(town, "chief").get("/desk/clues?state=held"))

    assert "没有这种状态的线索" in shown
    assert "在卷宗里登记问题线索以后" not in shown


def test_the_letter_leads_until_one_went_out(town):
    base, chief = inquiring(town), sit(town, "chief")
    first = f'<a class="button button-primary" href="{base}/issue-inquiry"'

    before = page(chief.get(base))
    chief.post(f"{base}/issue-inquiry", letter())

    assert (first in before, first in page(chief.get(base))) == (True, False)
    assert before.count("button-primary") == 1
    assert before.index(first) < before.index(f'href="{base}/end-inquiry"')
