"""What becomes of a report: its state, how it is declined, handed on and answered."""

from django.db.models import TextChoices


class ReportState(TextChoices):
    """Where a report stands in this office. ``workflow`` says which step leads where."""

    RECEIVED = "received", "待登记"
    REGISTERED = "registered", "已登记"
    ACCEPTED = "accepted", "已受理"
    DECLINED = "declined", "不予受理"
    PASSED_ON = "passed_on", "已转出"
    ENVELOPED = "enveloped", "信封上报"
    KEPT = "kept", "重复留存"
    ANSWERED = "answered", "已反馈"
    VOIDED = "voided", "导入已撤销"


class DeclineReason(TextChoices):
    """检控规则第十三条: what is not accepted; ``regulations`` holds the sentence for each."""

    LITIGATION = "litigation", "应当通过诉讼、仲裁、行政裁决、行政复议解决"
    OTHER_ORGAN = "other_organ", "属于其他机关或者单位职责范围"
    NO_SUBSTANCE = "no_substance", "仅列举违纪违法行为名称，无实质内容"


class HandOverReason(TextChoices):
    """Why a report changes hands; a kept word, because free text here would tell what a report is about."""

    FIRST = "first", "首办责任人"
    ASSIGNED = "assigned", "指定承办"
    DUTY = "duty", "岗位调整"
    LEAVE = "leave", "休假外出"
    RECUSAL = "recusal", "回避"
    CROSS = "cross", "片区交叉办理"
    LOAD = "load", "工作量调配"


class HandOverRefusal(TextChoices):
    """Why somebody does not take a report over; a kept word, as the reason of the hand-over is."""

    RECUSAL = "recusal", "应当回避"
    LOAD = "load", "手上的件办不过来"
    SKILL = "skill", "没有办过这类件，怕办不好"
    LEAVE = "leave", "休假外出"
    DUTY = "duty", "按分工应由他人承办"


class ChangeKind(TextChoices):
    """What may happen to a clock besides the act that meets it."""

    EXTENSION = "extension", "延期"
    SUSPENSION = "suspension", "中止计算"
    RESUMPTION = "resumption", "恢复计算"


class ChangeReason(TextChoices):
    """Why a clock was changed, as a kept word."""

    COMPLEX = "complex", "情况复杂"
    EVIDENCE = "evidence", "取证需要较长时间"
    EXPERTISE = "expertise", "等待鉴定、审计结论"
    HEARING = "hearing", "举行听证"
    SUPERIOR = "superior", "等待上级批复"
    REPORTER = "reporter", "举报人要求或者暂时无法联系"
    FORCE_MAJEURE = "force_majeure", "不可抗力"


class PassageState(TextChoices):
    """Where a report that was passed on is, as whoever reported reads it."""

    SENT = "sent", "等对方接收"
    SETTLING = "settling", "正在商定由谁办理"
    TAKEN = "taken", "对方已接收"
    REPORTED = "reported", "对方已报结果"


class FeedbackWay(TextChoices):
    """How the result was told. ``MAILBOX`` is by code, and the only way to an anonymous reporter."""

    MAILBOX = "mailbox", "查询码信箱"
    LETTER = "letter", "书面"
    FACE_TO_FACE = "face_to_face", "当面"
    CALL = "call", "电话"


class ReporterView(TextChoices):
    """What the reporter said of the result (检控规则第二十七条)."""

    AWAITED = "awaited", "尚未表示意见"
    OBJECTED = "objected", "有异议，待说明"
    NO_OBJECTION = "no_objection", "无异议"
    OBJECTION = "objection", "有异议，已作说明"
    NEW_EVIDENCE = "new_evidence", "有异议并提供新证据"


class ReopenGround(TextChoices):
    """Why what was answered or closed is handled again. The last two concern the matter and not the answer that one
    reporter was given.
    """

    OBJECTION = "objection", "异议成立"
    EVIDENCE = "evidence", "举报人提供新证据"
    ORDER = "order", "上级机关或者复查、复核意见要求重新办理"
    FOUND = "found", "本机关发现新的线索、证据"
    ANOTHER = "another", "另有来件反映新的问题、新的证据"
    PERSON = "person", "线索了结以后补登了被反映人"

    @property
    def opens_answer(self) -> bool:
        return self not in (ReopenGround.ANOTHER, ReopenGround.PERSON)


class Series(TextChoices):
    """What is numbered, each by itself, per organ and year, without gaps."""

    REPORT = "report", "来件编号"
    NOTICE = "notice", "发文字号"
    BOX = "box", "开箱记录编号"
    PRESSING = "pressing", "督办字号"
    INQUIRY = "inquiry", "函询字号"
