"""The words of resolution."""

from django.db.models import TextChoices


class ClueState(TextChoices):
    """Where a clue stands in the ledger (执纪规则 21–35)."""

    RECEIVED = "received", "待提出处置意见"
    PROPOSED = "proposed", "待审批处置意见"
    INQUIRY = "inquiry", "谈话函询中"
    VERIFYING = "verifying", "初步核实中"
    REPORTED = "reported", "核查报告待审批"
    HELD = "held", "暂存待查"
    CONCLUDING = "concluding", "待提出处理结果"
    CLOSED = "closed", "已了结"


class Decision(TextChoices):
    """What the second person said."""

    PENDING = "pending", "待审批"
    APPROVED = "approved", "同意"
    RETURNED = "returned", "退回"


class Retention(TextChoices):
    """How long a file is kept, by its outcome: an office's own schedule."""

    TEN_YEARS = "ten_years", "10年"
    THIRTY_YEARS = "thirty_years", "30年"
    PERMANENT = "permanent", "永久"
