"""One report through all of it in a real browser, from the reporter's phone to the archived file.

Six people: the reporter at 360 px, a clerk, two handlers, the chief, and the auditor who walks the trail at the end.
"""

from datetime import date
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.browser import OpenPage
from tests.stories.people import Colleague, Person, colleague, reporter
from tests.stories.sealed import readable
from yixian.config.demo.cast import Cast, found_cast
from yixian.regulations.completions import Completion
from yixian.trail.queries import entries, verify

pytestmark = [pytest.mark.story, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECEIVED, REGISTERED, HANDLED = date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 6)
PROPOSED, VERIFIED, ANSWERED, ARCHIVED = (
    date(2026, 3, 16),
    date(2026, 4, 13),
    date(2026, 4, 20),
    date(2026, 4, 30),
)

TITLE = "反映下禾村承包款没有入账"
ACCOUNT = (
    "金丝雀之一：二〇二五年十月十二日，下禾村收回鱼塘承包款三万两千元，会计郑秋收没有入账，村民代表问过两次都没有答复。"
    "收款的收据是手写的，没有盖章，我看见过。请镇纪委查一查这笔钱去了哪里。"
)
WHO = {"姓名": "金丝雀乙", "电话": "13900004321", "地址": "金丝雀巷七号"}
QUESTION = "金丝雀之二：请问您在哪里见过收款的收据？"
REPLY = "金丝雀之三：在村部的桌子上，十月十五日上午。"
CLUE = "承包款是否入账，由谁保管。"
REASON = "金丝雀之四：有金额、有时间，可以查证。"
FINDING = "金丝雀之五：承包款由会计个人保管四个月，核查期间已经入账。"
ANSWER = "金丝雀之六：反映基本属实，款项已经入账，对责任人给予批评教育。"
WHY = "金丝雀之七：答复清楚。"
SEALED = (TITLE, ACCOUNT, *WHO.values(), QUESTION, REPLY, CLUE, REASON, FINDING, ANSWER, WHY, "金丝雀")

ACTS = [
    "reception.submit_web_report",
    "reception.register_web_report",
    "assessment.classify_report",
    "assessment.open_matter",
    "reception.accept_report",
    "reception.issue_notice",
    "reception.hand_over",
    "reception.accept_hand_over",
    "reception.write_to_reporter",
    "reception.open_mailbox",
    "reception.answer_question",
    "resolution.open_clue",
    "resolution.propose_disposal",
    "resolution.decide_disposal",
    "resolution.open_verification",
    "resolution.join_team",
    "resolution.join_team",
    "resolution.submit_report",
    "resolution.decide_report",
    "resolution.propose_outcome",
    "resolution.decide_outcome",
    "resolution.close_clue",
    "reception.give_feedback",
    "reception.rate_handling",
    *["resolution.record_completion"] * len(Completion),
    "resolution.close_matter",
    "resolution.archive_matter",
    "trail.verify",
]
READ_AGAIN = {"reception.open_mailbox"}
"""Done each time the reporter looks; only the first counts for the order."""


@pytest.fixture
def cast(transactional_db: None, settings: Any) -> Cast:
    settings.YIXIAN_TODAY = RECEIVED
    return found_cast(RECEIVED)


def report_it(someone: Person) -> str:
    """Question by question on a phone; gives the code that the receipt shows."""
    someone.go("/report/")
    someone.press("我看过了，开始写")
    someone.choose("青禾镇纪委")
    someone.press("下一步")
    someone.choose("没有")
    someone.press("下一步")
    someone.choose("实名（写姓名和联系方式）")
    someone.press("下一步")
    someone.fill(WHO)
    someone.press("下一步")
    someone.fill({"姓名": "郑秋收", "职务": "会计", "单位或者村": "下禾村委会"})
    someone.press("下一步")
    someone.choose("没有了")
    someone.press("下一步")
    someone.fill({"发生了什么事？": ACCOUNT, "标题": TITLE})
    someone.press("下一步")
    someone.press("下一步")
    someone.press("下一步")
    someone.press("提交")
    return " ".join(someone.page.locator(".receipt-code span").all_inner_texts())


def look_up(someone: Person, code: str) -> None:
    someone.go("/mailbox/")
    someone.fill({"查询码": code})
    someone.press("查询")
    someone.page.wait_for_url("**/mailbox/case")
    someone.look()


def write(someone: Person, door: str, text: str, button: str) -> None:
    """A word of the reporter, from the mailbox."""
    someone.follow(door)
    someone.page.get_by_role("textbox").fill(text)
    someone.press(button)


def the_clerk_registers(clerk: Colleague) -> None:
    """Out of the inbox, with its class; accepted, told, made a matter, and handed to the handler."""
    clerk.go("/desk/inbox")
    clerk.follow(TITLE)
    clerk.tick("署名已按所留联系方式核实")
    clerk.fill({"类别": "检举控告", "主要问题": "集体资金资产"})
    clerk.press("登记")
    clerk.act("受理", button="受理")
    clerk.act("发出告知书", choose=("受理告知书",), button="发出告知书")
    clerk.act("移交承办人", {"接手人": "陶明镜", "原因": "指定承办"}, button="请他接手")


def the_handler_asks(handler: Colleague, dossier: str) -> None:
    handler.go(dossier)
    handler.act("接手承办", button="接手")
    handler.follow("与举报人通信")
    handler.fill({"这封信是": "补充询问", "正文": QUESTION})
    handler.press("寄出")


def the_handler_opens_a_clue(handler: Colleague, dossier: str) -> str:
    """Gives the address of the clue's page."""
    handler.go(dossier)
    handler.act("登记问题线索", {"需要核实的问题": CLUE}, button="登记线索")
    return handler.page.url


def one_proposes_and_another_decides(handler: Colleague, chief: Colleague, clue: str) -> None:
    handler.page.goto(clue)
    handler.act("提出处置意见", {"处置理由": REASON}, choose=("初步核实",), button="报请审批")
    chief.page.goto(clue)
    chief.act("审批处置意见", choose=("同意",), button="提交审批")


def two_people_verify(handler: Colleague, second: Colleague, chief: Colleague, clue: str) -> None:
    chief.follow("组成核查组")
    chief.fill({"组长": "陶明镜", "核查方案": "一、调取账目；二、与会计谈话。"})
    chief.tick("彭细问")
    chief.press("组成核查组")
    for member in (handler, second):
        member.page.goto(clue)
        member.act("确认无回避情形", button="我没有需要回避的情形")


def the_report_is_written_and_approved(handler: Colleague, chief: Colleague, clue: str) -> None:
    handler.page.goto(clue)
    handler.act("提交核查报告", {"建议": "谈话提醒", "核查报告": FINDING}, button="报请审批")
    chief.page.goto(clue)
    chief.act("审批核查报告", choose=("同意",), button="提交审批")


def the_outcome_is_decided_and_the_clue_closed(handler: Colleague, chief: Colleague, clue: str) -> None:
    handler.page.goto(clue)
    handler.follow("提出处理结果")
    handler.fill(
        {
            "被反映人": "郑秋收（其他村（社区）干部）",
            "处理方式": "批评教育",
            "四种形态": "第一种形态",
            "决定机关": "青禾镇纪委",
            "认定与处理理由": FINDING,
        }
    )
    handler.choose("基本属实")
    handler.press("报请审批")
    chief.page.goto(clue)
    chief.follow("待审批")
    chief.choose("同意")
    chief.press("提交审批")
    handler.page.goto(clue)
    handler.act("了结线索", choose=("处理后了结",), button="了结")


def the_reporter_is_answered(handler: Colleague, dossier: str) -> None:
    handler.go(dossier)
    handler.act("反馈结果", {"方式": "查询码信箱", "处理结果": ANSWER}, button="反馈")


def the_reporter_rates(someone: Person, code: str) -> str:
    """Gives what the mailbox showed."""
    look_up(someone, code)
    read = someone.reads()
    someone.follow("评价")
    someone.choose_in("负责办理的单位", "满意")
    someone.choose_in("接待您的人", "基本满意")
    someone.fill({"为什么这样评价": WHY})
    someone.press("提交评价")
    return read


def the_matter_is_closed_and_put_away(handler: Colleague, dossier: str) -> str:
    """Gives what the dossier says at the end."""
    handler.go(dossier)
    for completion in Completion:
        handler.follow("确认到位")
        handler.tick(completion.label)
        handler.fill({"说明": "见卷宗。"})
        handler.press("确认")
    handler.act("办结事项", button="办结")
    handler.follow("归档")
    handler.fill({"盒号": "1", "件号": "1"})
    handler.choose("30年")
    handler.press("归档")
    return handler.reads()


def the_auditor_walks_the_trail(auditor: Colleague) -> str:
    auditor.go("/desk/trail/verify")
    auditor.press("开始核验")
    return auditor.reads()


def acts_in_order(after: int) -> list[str]:
    """The acts of the story as the trail has them, each repeated look left out."""
    done = entries(outcome="done").filter(seq__gt=after).order_by("seq").values_list("act", flat=True)
    told = [act for act in done if act in set(ACTS)]
    return [act for at, act in enumerate(told) if act not in READ_AGAIN or act not in told[:at]]


def test_one_report_goes_from_the_phone_to_the_archive(
    cast: Cast, settings: Any, live_server: LiveServer, open_page: OpenPage
) -> None:
    base, after = live_server.url, entries().count()
    someone = reporter(open_page, base)
    code = report_it(someone)
    settings.YIXIAN_TODAY = REGISTERED
    clerk = colleague(open_page, base, "jiefang1")
    the_clerk_registers(clerk)
    dossier = clerk.page.url.removeprefix(base)
    settings.YIXIAN_TODAY = HANDLED
    handler = colleague(open_page, base, "chengban1")
    the_handler_asks(handler, dossier)
    look_up(someone, code)
    write(someone, "回答这个问题", REPLY, "发出回答")
    someone.press("离开并清除")
    clue = the_handler_opens_a_clue(handler, dossier)
    settings.YIXIAN_TODAY = PROPOSED
    chief, second = colleague(open_page, base, "shuji"), colleague(open_page, base, "chengban2")
    one_proposes_and_another_decides(handler, chief, clue)
    two_people_verify(handler, second, chief, clue)
    settings.YIXIAN_TODAY = VERIFIED
    the_report_is_written_and_approved(handler, chief, clue)
    the_outcome_is_decided_and_the_clue_closed(handler, chief, clue)
    settings.YIXIAN_TODAY = ANSWERED
    the_reporter_is_answered(handler, dossier)
    read = the_reporter_rates(someone, code)
    settings.YIXIAN_TODAY = ARCHIVED
    dossier_says = the_matter_is_closed_and_put_away(handler, dossier)
    auditor = colleague(open_page, base, "shenji")
    trail_says = the_auditor_walks_the_trail(auditor)

    people = (someone, clerk, handler, second, chief, auditor)
    assert [text for text in (QUESTION, REPLY, ANSWER) if text not in read] == []
    assert "已归档" in dossier_says
    assert "完整" in trail_says
    assert acts_in_order(after) == ACTS
    assert verify() == []
    assert readable(*SEALED) == []
    assert [each for person in people for each in person.troubles] == []
