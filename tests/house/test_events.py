"""A clock that the law ties to an event starts: some act raises each event."""

from pathlib import Path

import yixian
from tests.house.rules.events import breaches, events_named, named_under
from yixian.regulations.duties import Event

NOT_OURS = "业务范围外的信访事项一律转送主管部门办理，办理的期限不由本机关起算。"
ASKED_BY_PETITIONER = "请求复查、复核的三十日约束信访人，不是本机关的期限；登记请求时写明是否超过。"
COUNTY = "立案、审理由县纪委在本系统之外的案件系统办理，本系统只移交。"
LATER = {
    Event.CASE_FILED: COUNTY,
    Event.TRIAL_OPENED: COUNTY,
    Event.APPEAL_ACCEPTED: "申诉的复查、复核尚无办理环节；登记后按业务类别转有权机关。",
    Event.PETITION_MISDIRECTED: "本机关收到的转送由登记时的受理期限（同为五个工作日）管住，异议随退回办理。",
    Event.PETITION_ACCEPTED: NOT_OURS,
    Event.SIMPLE_PETITION_ACCEPTED: NOT_OURS,
    Event.OPINION_SERVED: ASKED_BY_PETITIONER,
    Event.REVIEW_SERVED: ASKED_BY_PETITIONER,
}
"""For later work, each with its reason. An excuse for an event that is raised fails as well."""


def test_every_event_that_starts_a_clock_is_raised_by_some_act():
    raised = named_under(Path(yixian.__file__).parent)

    assert breaches(Event, raised, LATER) == []


def test_a_planted_silent_event_and_a_stale_excuse_are_found():
    source = "from yixian.regulations.duties import Event\nstart(Event.PROMISE_SIGNED)\n"

    raised = events_named(source)

    found = breaches(
        (Event.PROMISE_SIGNED, Event.ACCUSATION_CLOSED), raised, {Event.PROMISE_SIGNED: "已有办理环节。"}
    )
    assert found == [
        "ACCUSATION_CLOSED is raised nowhere",
        "PROMISE_SIGNED is raised and needs no excuse",
    ]


def test_another_event_of_the_same_name_does_not_count():
    assert events_named("from yixian.toolkit.pieces import Event\nEvent.ACCUSATION_CLOSED\n") == set()
