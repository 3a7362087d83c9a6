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


class TeamChangeKind(TextChoices):
    """How a team changed after it was formed."""

    ADDED = "added", "加入核查组"
    RELEASED = "released", "退出核查组"


class TaskState(TextChoices):
    """Where a task of a verification stands."""

    OPEN = "open", "待答复"
    ANSWERED = "answered", "已答复"
    TAKEN_BACK = "taken_back", "已收回"


class EvidenceKind(TextChoices):
    """The kinds of evidence that a list distinguishes (from memory; see 监察法 on evidence)."""

    DOCUMENT = "document", "书证"
    OBJECT = "object", "物证"
    TESTIMONY = "testimony", "证人证言"
    STATEMENT = "statement", "被核查人陈述"
    RECORDING = "recording", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    EXPERTISE = "expertise", "鉴定意见"
    INSPECTION = "inspection", "勘验检查笔录"


class Originality(TextChoices):
    """Whether the thing itself was taken or a copy of it."""

    ORIGINAL = "original", "原件（原物）"
    COPY = "copy", "复制件"


class CustodyState(TextChoices):
    """One piece of evidence in one pair of hands: offered, then held, then passed on, or never taken."""

    OFFERED = "offered", "待接收"
    HELD = "held", "保管中"
    PASSED = "passed", "已移交"
    REFUSED = "refused", "未接收"


class GapState(TextChoices):
    """What is still wanted: open until something fills it or somebody says why it is given up."""

    OPEN = "open", "待补"
    FILLED = "filled", "已补"
    DROPPED = "dropped", "不再补"


class TalkSigned(TextChoices):
    """How whoever was talked to stands by the record."""

    PAPER = "paper", "已在打印件上逐页签名"
    THUMB = "thumb", "已在打印件上捺印"
    DECLINED = "declined", "拒绝签名"


class ReviewState(TextChoices):
    """Where 乡案县审 stands; what the county answered is its last state."""

    ASKED = "asked", "待县纪委接审"
    ON_PAPER = "on_paper", "已书面报送，待答复"
    TAKEN = "taken", "县纪委审核中"
    AGREED = "agreed", "县审同意"
    MORE = "more", "县审要求补充核查"
    DISAGREED = "disagreed", "县审不同意"
    WITHDRAWN = "withdrawn", "已撤回"


class InquiryState(TextChoices):
    """Where a letter of 函询 stands."""

    ISSUED = "issued", "待送达"
    SERVED = "served", "待回复"
    REPLIED = "replied", "已回复"
    WITHDRAWN = "withdrawn", "已撤回"

    @classmethod
    def over(cls) -> frozenset[str]:
        """A letter that waits for nothing: its person may be asked again."""
        return frozenset({cls.REPLIED, cls.WITHDRAWN})


class InquiryWithdrawal(TextChoices):
    """Why a letter that was not delivered is taken back; a kept word, because its state is readable and a person's
    affairs are not.
    """

    UNREACHED = "unreached", "联系不上本人，送达不了"
    MISTAKEN = "mistaken", "函件有误，需要另发"
    UNIT = "unit", "所在党组织变动，需要另发"
    TALK = "talk", "改为当面谈话"
    UNFIT = "unfit", "本人病重或者已经去世"
    OTHERWISE = "otherwise", "不再用函询方式办理"


class ReplySigned(TextChoices):
    """Whether the main leader of the person's party organisation stands by the reply."""

    LEADER = "leader", "所在党组织主要负责人已签署意见"
    DIRECT = "direct", "本人是主要负责人，直接回复"
    UNSIGNED = "unsigned", "没有签署意见"


class ReplyExplains(TextChoices):
    """Whether the reply answers what was asked; what follows from it is proposed in the report."""

    ALL = "all", "逐项作了说明"
    PART = "part", "部分作了说明"
    NOTHING = "nothing", "没有说明问题"


class AdviceState(TextChoices):
    """Where a recommendation to a unit stands."""

    ISSUED = "issued", "待回复"
    ANSWERED = "answered", "已回复，待核对整改"
    SETTLED = "settled", "整改到位"
    WANTING = "wanting", "整改不到位"


class ReferralState(TextChoices):
    """Where a case that was handed on stands."""

    HANDED = "handed", "已移交，待回执"
    RECEIVED = "received", "已收到回执"


class ClarificationState(TextChoices):
    """Where 澄清 stands: proposed, decided by another, done."""

    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准，待澄清"
    RETURNED = "returned", "未批准"
    DONE = "done", "已澄清"


class PetitionReviewState(TextChoices):
    """Where a 复查 or 复核 stands."""

    ASKED = "asked", "待作出意见"
    DECIDED = "decided", "已作出意见"


class DestructionState(TextChoices):
    """Where a list of files to be destroyed stands."""

    REVIEWING = "reviewing", "待鉴定"
    REVIEWED = "reviewed", "待批准"
    APPROVED = "approved", "待销毁"
    DONE = "done", "已执行"
    ALL_KEPT = "all_kept", "全部继续保存"
    RETURNED = "returned", "已退回"


class ListedState(TextChoices):
    """What becomes of one file that stands on a list."""

    WAITING = "waiting", "待鉴定"
    AGREED = "agreed", "拟销毁"
    TO_KEEP = "to_keep", "拟继续保存"
    KEPT = "kept", "继续保存"
    LEFT_OUT = "left_out", "没有列入"
    STAYED = "stayed", "没有销毁"
    RETURNED = "returned", "随清册退回"
    DESTROYED = "destroyed", "已按规定销毁"


class StayReason(TextChoices):
    """Why a file that might have been destroyed was not."""

    HELD = "held", "已暂缓销毁"
    EXTENDED = "extended", "保管期限已经延长"
    SHARED = "shared", "与没有销毁的来件、事项相关"
    REOPENED = "reopened", "事项正在重新办理"


class AppraisalOpinion(TextChoices):
    """What a reviewer says of one file."""

    DESTROY = "destroy", "销毁"
    KEEP = "keep", "继续保存"
