"""Meeting people: going out, inviting, going along."""

from django.db.models import TextChoices


class OutingState(TextChoices):
    """Where a visit to the place stands (下访)."""

    PLANNED = "planned", "已安排下访"
    DONE = "done", "已下访"
    CANCELLED = "cancelled", "未成行"


class OutingResult(TextChoices):
    SETTLED = "settled", "问题当场解决"
    AGREED = "agreed", "商定办法，待落实"
    EXPLAINED = "explained", "作了解释说明"
    VERIFY = "verify", "需要继续核实"
    NOT_MET = "not_met", "没有见到人"


class AppointmentState(TextChoices):
    """Where an invitation stands (约访). ``CLOSED`` is one word for all ways of not meeting: whether the person did
    not want to, did not answer or could not come, or the office called it off, is kept nowhere.
    """

    OFFERED = "offered", "已提出，等答复"
    COUNTERED = "countered", "对方另提了时间"
    AGREED = "agreed", "已约定"
    HELD = "held", "已见面"
    CLOSED = "closed", "没有约成"


class AppointmentWay(TextChoices):
    """How the person was invited. ``MAILBOX`` is the only way to somebody who gave no verified name."""

    MAILBOX = "mailbox", "查询码信箱"
    CALL = "call", "电话"
    LETTER = "letter", "书面"


class AccompanimentKind(TextChoices):
    """真情陪访: going along, or going instead."""

    ACCOMPANY = "accompany", "陪同前往"
    ACT_FOR = "act_for", "代为办理"


class AccompanimentState(TextChoices):
    CONSENTED = "consented", "本人已同意"
    GONE = "gone", "已去办，等对方答复"
    ANSWERED = "answered", "对方已答复"
    TOLD = "told", "已告知本人"
    DROPPED = "dropped", "不再办理"


class ConsentWay(TextChoices):
    """How the person agreed that the office goes along or instead of them."""

    SIGNED = "signed", "书面签名"
    SPOKEN = "spoken", "当面口头"
    CALL = "call", "电话"
    MAILBOX = "mailbox", "查询码信箱"


class AnswerView(TextChoices):
    """What the person said of the other office's answer."""

    ACCEPTS = "accepts", "接受"
    NOT_ACCEPTS = "not_accepts", "不接受"
    UNSAID = "unsaid", "没有表示"
