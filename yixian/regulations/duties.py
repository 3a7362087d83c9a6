"""Which clocks an event starts: the houses ask here instead of naming terms themselves."""

from dataclasses import dataclass

from yixian.regulations.words import Word


class Event(Word):
    """What happens, in the words of the ``counted_from`` of the terms that it starts."""

    SUPERIORS_REPORT_RECEIVED = "superiors_report_received", "收到属于上级受理的检举控告"
    FORWARDED_TO_US = "forwarded_to_us", "收到上级转送的检举控告"
    ASSIGNED_TO_US = "assigned_to_us", "收到上级交办的检举控告"
    ACCUSATION_RECEIVED = "accusation_received", "收到由本机关受理的检举控告"
    ACCUSATION_ACCEPTED = "accusation_accepted", "受理检举控告"
    CLUE_RECEIVED = "clue_received", "收到问题线索"
    INQUIRY_SERVED = "inquiry_served", "被函询人收到函询"
    INQUIRY_ENDED = "inquiry_ended", "谈话结束或者收到函询回复"
    CASE_FILED = "case_filed", "立案"
    TRIAL_OPENED = "trial_opened", "受理移送审理"
    APPEAL_ACCEPTED = "appeal_accepted", "受理申诉"
    ACCUSATION_CLOSED = "accusation_closed", "检举控告办结"
    PETITION_RECEIVED = "petition_received", "收到业务范围外的信访事项"
    PETITION_FOR_US = "petition_for_us", "收到由本单位处理的信访事项"
    PETITION_MISDIRECTED = "petition_misdirected", "收到不当的转送、交办"
    PETITION_ACCEPTED = "petition_accepted", "受理信访事项"
    SIMPLE_PETITION_ACCEPTED = "simple_petition_accepted", "受理适用简易办理的信访事项"
    OPINION_SERVED = "opinion_served", "信访人收到处理意见书"
    REVIEW_REQUESTED = "review_requested", "收到复查请求"
    REVIEW_SERVED = "review_served", "信访人收到复查意见"
    SECOND_REVIEW_REQUESTED = "second_review_requested", "收到复核请求"
    PROMISE_SIGNED = "promise_signed", "签订双方承诺书"
    OBJECTION_RECEIVED = "objection_received", "收到对处理结果的不同意见"


@dataclass(frozen=True, slots=True)
class Duty:
    """One line of the table: the event starts the clock, perhaps for real-name or first reports only."""

    event: Event
    term_key: str
    real_name_only: bool = False
    first_only: bool = False


DUTIES = (
    Duty(Event.SUPERIORS_REPORT_RECEIVED, "superior_report_upward"),
    Duty(Event.FORWARDED_TO_US, "forwarded_report_acceptance"),
    Duty(Event.ASSIGNED_TO_US, "assignment_report"),
    Duty(Event.ACCUSATION_RECEIVED, "acceptance_notice", real_name_only=True, first_only=True),
    Duty(Event.ACCUSATION_ACCEPTED, "ordinary_closing", first_only=True),
    Duty(Event.CLUE_RECEIVED, "disposal_proposal"),
    Duty(Event.INQUIRY_SERVED, "inquiry_reply"),
    Duty(Event.INQUIRY_ENDED, "inquiry_report"),
    Duty(Event.CASE_FILED, "investigation"),
    Duty(Event.TRIAL_OPENED, "trial"),
    Duty(Event.APPEAL_ACCEPTED, "appeal_review"),
    Duty(Event.ACCUSATION_CLOSED, "result_feedback", real_name_only=True),
    Duty(Event.PETITION_RECEIVED, "petition_transfer"),
    Duty(Event.PETITION_FOR_US, "petition_acceptance"),
    Duty(Event.PETITION_MISDIRECTED, "misdirected_transfer_objection"),
    Duty(Event.PETITION_ACCEPTED, "petition_handling"),
    Duty(Event.SIMPLE_PETITION_ACCEPTED, "simple_handling"),
    Duty(Event.OPINION_SERVED, "petition_review_request"),
    Duty(Event.REVIEW_REQUESTED, "petition_review_decision"),
    Duty(Event.REVIEW_SERVED, "petition_second_review_request"),
    Duty(Event.SECOND_REVIEW_REQUESTED, "petition_second_review_decision"),
    Duty(Event.PROMISE_SIGNED, "promise"),
    Duty(Event.OBJECTION_RECEIVED, "objection_explanation"),
)


def clocks_started_by(event: Event, *, real_name: bool, repeat: bool = False) -> tuple[str, ...]:
    """The keys of the terms that begin with this event."""
    return tuple(
        duty.term_key
        for duty in DUTIES
        if duty.event is event
        and not (duty.real_name_only and not real_name)
        and not (duty.first_only and repeat)
    )
