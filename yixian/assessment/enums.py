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
    """What the receiving unit said. A refusal brings the report back; an objection of an organ of this installation
    waits for the sender, who consents (``REFUSED``) or insists (``UPHELD``).
    """

    PENDING = "pending", "待答复"
    OBJECTED = "objected", "对方有异议"
    UPHELD = "upheld", "异议不成立"
    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "退回"
    REPORTED = "reported", "已报结果"


class SupervisionKind(TextChoices):
    """催办 asks why it is late, 督办 that it is done well."""

    CHASE = "chase", "催办"
    SUPERVISE = "press", "督办"


class SupervisionWay(TextChoices):
    """检控规则 20—23: by which way the superior follows it."""

    LETTER = "letter", "发函"
    HEARING = "hearing", "听取汇报"
    FILES = "files", "调阅材料"
    INSPECTION = "inspection", "检查"


class SupervisionState(TextChoices):
    """Whose turn it is: the office below answers, the superior accepts the answer or sends it back."""

    ISSUED = "issued", "待答复"
    ANSWERED = "answered", "已答复"
    RETURNED = "returned", "退回重报"
    SETTLED = "settled", "已认可"


class MatterState(TextChoices):
    OPEN = "open", "办理中"
    CLOSED = "closed", "已办结"
    ARCHIVED = "archived", "已归档"
    SENT_UP = "sent_up", "已报送上级"


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


class ScreeningKind(TextChoices):
    """排查: every open matter is looked at, on the month's day, on any day, or for one subject."""

    MONTHLY = "monthly", "每月排查"
    DAILY = "daily", "每日研判"
    SPECIAL = "special", "专项排查"


class ScreeningState(TextChoices):
    OPEN = "open", "进行中"
    CLOSED = "closed", "已结束"


class Verdict(TextChoices):
    """What a screening decides about one matter; each but the first is followed by an act of its own."""

    CONTINUE = "continue", "继续办理"
    MAKE_PLAN = "make_plan", "制定化解方案"
    CONSULT = "consult", "提请联席会诊"
    DISPOSE = "dispose", "转初步核实、提出处置意见"
    TRANSFER = "transfer", "转办交办"
    EXTEND = "extend", "申请延期"
    MEET = "meet", "约访下访"
    CLOSE = "close", "可以办结"


class StepKind(TextChoices):
    """By which means a step of a plan works; a follow-up is a day on which somebody goes and asks again."""

    LAW = "law", "法律途径"
    POLICY = "policy", "政策落实"
    MEDIATION = "mediation", "调解协商"
    HELP = "help", "帮扶救助"
    EXPLANATION = "explanation", "解释疏导"
    FOLLOW_UP = "follow_up", "回访跟踪"
    OTHER = "other", "其他"


class StepState(TextChoices):
    PLANNED = "planned", "待完成"
    DONE = "done", "已完成"
    CHANGED = "changed", "已调整"


class CrossingState(TextChoices):
    """Where a 片区联动交叉办理 stands. The content leaves the county only with ``UNDER_WAY``."""

    PROPOSED = "proposed", "已提出人选"
    OFFERED = "offered", "待对方答复"
    ACCEPTED = "accepted", "对方已接受"
    UNDER_WAY = "under_way", "交叉办理中"
    RETURNED = "returned", "已报结果"
    REFUSED = "refused", "对方退回"
    ENDED = "ended", "已结束"


class CrossingGround(TextChoices):
    """Why the own office is too near."""

    NEAR = "near", "反映乡镇（街道）机关或者其领导"
    RECUSED = "recused", "本乡镇（街道）承办人员应当回避"
    SMALL = "small", "本乡镇（街道）人手少，组不成核查组"
    DOUBT = "doubt", "由本乡镇（街道）办理可能影响公正"


class CrossingRefusal(TextChoices):
    """Why the receiving side sends it back."""

    RECUSAL = "recusal", "有应当回避的情形"
    NO_ROOM = "no_room", "手上的件多，抽不出人"
    NO_SKILL = "no_skill", "缺少所需的专长"
    OTHER = "other", "其他"


class ConsultationState(TextChoices):
    """Where a 联席会诊 stands."""

    PLANNED = "planned", "筹备中"
    CALLED = "called", "已发通知"
    SITTING = "sitting", "会诊中"
    CLOSED = "closed", "已结束"
    CANCELLED = "cancelled", "已取消"


class Seat(TextChoices):
    """As what somebody is invited to a consultation; whoever presides or deputises makes it able to decide."""

    CHAIR = "chair", "主持人"
    DEPUTY = "deputy", "副主持人"
    MEMBER = "member", "成员单位"


class Attendance(TextChoices):
    UNTOLD = "untold", "待登记"
    PRESENT = "present", "到会"
    ABSENT = "absent", "缺席"


class ItemSource(TextChoices):
    """From where a matter comes to the agenda of a consultation."""

    SCREENING = "screening", "排查决定"
    DOSSIER = "dossier", "承办提请"
    OLD = "old", "积案清单"
    AGAIN = "again", "上次再议"


class ItemState(TextChoices):
    """Where an item of the agenda stands. Opinions are sealed until ``OPENED``."""

    WAITING = "waiting", "等待上会"
    LISTED = "listed", "待定材料"
    ISSUED = "issued", "材料已定"
    OPENED = "opened", "意见已公开"
    DECIDED = "decided", "落实中"
    SETTLED = "settled", "已落实"
    DEFERRED = "deferred", "下次再议"
    TAKEN_OFF = "taken_off", "已撤回"


class SeatRecusalOrigin(TextChoices):
    FOUND = "found", "系统核对名册"
    DECLARED = "declared", "本人申报"
    NOTED = "noted", "会上提出"


class OpinionState(TextChoices):
    GIVEN = "given", "已提意见"
    DECLINED = "declined", "不提意见"


class ConsultWay(TextChoices):
    """How a consultation decides that a matter goes on."""

    OWN = "own", "由承办单位继续办理"
    LEAD = "lead", "由一个单位牵头办理"
    JOINT = "joint", "几个单位会同办理"
    MEDIATE = "mediate", "组织调解、化解"
    REFER = "refer", "转有权处理的单位"
    UP = "up", "报请县级协调"


class DutyState(TextChoices):
    OPEN = "open", "待落实"
    DONE = "done", "已完成"


class FollowUpResult(TextChoices):
    """What a month's follow-up found of a duty."""

    NOT_DONE = "not_done", "未完成"
    EXTENDED = "extended", "同意延期"
    DONE = "done", "已完成"
