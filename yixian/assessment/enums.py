"""The words of assessment."""

from django.db.models import TextChoices


class TransferKind(TextChoices):
    """How a report leaves this office (检控规则 16、20; 信访条例 22). What belongs to a superior goes up as an
    envelope and is no transfer (检控规则 15).
    """

    FORWARD = "forward", "转办"
    ASSIGN = "assign", "交办"
    HAND_OVER = "hand_over", "移送"
    REFER_OUT = "refer_out", "转送"


class TransferReply(TextChoices):
    """What the receiving unit said. A refusal brings the report back."""

    PENDING = "pending", "待答复"
    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "退回"
    REPORTED = "reported", "已报结果"


class MatterState(TextChoices):
    OPEN = "open", "办理中"
    CLOSED = "closed", "已办结"
    ARCHIVED = "archived", "已归档"


class LinkReason(TextChoices):
    """Why a report stands with a matter: the first opened it, later ones were joined by a person."""

    FIRST = "first", "首件立项"
    SAME_MATTER = "same_matter", "同一事项"
    NEW_ALLEGATION = "new_allegation", "同一事项中的新问题"


class LedgerOrder(TextChoices):
    """How the ledger is sorted."""

    NEWEST = "newest", "新收到的在前"
    OLDEST = "oldest", "先收到的在前"
    DUE = "due", "先到期的在前"
    NUMBER = "number", "按编号"
