"""The words of reception. What the law names (channels, sources, signatures) is the law's own vocabulary.

Those words are re-exported, so that other houses need one import; the words below belong to this work alone.
"""

from django.db.models import TextChoices

from yixian.reception.letters.enums import (
    BoxItemKind,
    Delivery,
    DiscardReason,
    ItemSeal,
    PageChange,
    ScanState,
    StripState,
)
from yixian.regulations.classes import Channel, Rating, Signing, SourceKind

__all__ = [
    "AccompanimentKind",
    "AccompanimentState",
    "AnswerView",
    "AppointmentState",
    "AppointmentWay",
    "AttachmentKind",
    "BoxItemKind",
    "CadreCategory",
    "CallbackResult",
    "CallbackState",
    "CareNeed",
    "ChangeKind",
    "ChangeReason",
    "Channel",
    "ConsentWay",
    "DeclineReason",
    "Delivery",
    "Direction",
    "DiscardReason",
    "DutyChangeReason",
    "DutyKind",
    "FeedbackWay",
    "HalfDay",
    "HandOverReason",
    "ImportState",
    "ItemSeal",
    "LanguageHelp",
    "MessageKind",
    "NoticeKind",
    "OutingResult",
    "OutingState",
    "OutsideHours",
    "PageChange",
    "PaperKind",
    "Rating",
    "ReadBackWay",
    "ReportState",
    "ReporterView",
    "ScanState",
    "Section",
    "Series",
    "SignedAs",
    "Signing",
    "SourceKind",
    "StripState",
    "TicketFor",
    "TicketState",
]


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


class AttachmentKind(TextChoices):
    """What a sealed file is to its report.

    ``PAGE`` is a page of an anonymous letter as it came in. The pages of a signed one show who signed: they are kept
    with the identity, and whoever handles the report reads the transcript.
    """

    EVIDENCE = "evidence", "证据材料"
    PAGE = "page", "来信原件"
    VOICE = "voice", "语音留言"
    RECORD = "record", "笔录、记录"
    SIGNATURE = "signature", "签名"
    PHOTO = "photo", "现场照片"
    PAPER = "paper", "往来文书"


class ImportState(TextChoices):
    """Where the import of a ledger stands; from each of the running ones it goes on after a power cut."""

    UPLOADED = "uploaded", "待对应栏目"
    MAPPED = "mapped", "待对应词语"
    CHECKING = "checking", "核对中"
    CHECKED = "checked", "待确认导入"
    RUNNING = "running", "导入中"
    DONE = "done", "已导入"
    UNDOING = "undoing", "撤销中"
    UNDONE = "undone", "已撤销"
    DROPPED = "dropped", "未导入，已取消"


class CadreCategory(TextChoices):
    """A reported person by a coarse category that names nobody; figures stand on it."""

    VILLAGE_HEAD = "village_head", "村（社区）党组织书记、主任"
    VILLAGE_CADRE = "village_cadre", "其他村（社区）干部"
    GROUP_HEAD = "group_head", "村民小组长"
    TOWN_LEADER = "town_leader", "镇领导班子成员"
    TOWN_CADRE = "town_cadre", "镇干部"
    STATION_STAFF = "station_staff", "基层站所人员"
    SCHOOL_CLINIC = "school_clinic", "学校、医疗机构人员"
    ENTERPRISE = "enterprise", "集体（国有）企业人员"
    COUNTY_STAFF = "county_staff", "县直单位人员"
    UNIT = "unit", "单位"
    OTHER = "other", "其他"
    UNKNOWN = "unknown", "身份不明"


class Direction(TextChoices):
    TO_REPORTER = "to_reporter", "致举报人"
    FROM_REPORTER = "from_reporter", "举报人来信"


class MessageKind(TextChoices):
    """What a message is for; a withdrawal or a report of retaliation is told apart so that it is seen."""

    QUESTION = "question", "补充询问"
    ANSWER = "answer", "答复"
    NOTICE = "notice", "告知"
    RESULT = "result", "处理结果"
    FURTHER = "further", "补充反映"
    WITHDRAWAL = "withdrawal", "撤回申请"
    PROTECTION = "protection", "保护申请"
    RETALIATION = "retaliation", "反映打击报复"
    RECUSAL = "recusal", "申请工作人员回避"
    OBJECTION = "objection", "对结果的意见"
    RENEWAL = "renewal", "取消撤回"


class NoticeKind(TextChoices):
    """The papers that go to a reporter. Each has its own text in ``papers``."""

    ACCEPTANCE = "acceptance", "受理告知书"
    DECLINE = "decline", "不予受理告知书"
    EXTENSION = "extension", "延期告知书"
    PROMISE = "promise", "双方承诺书"
    FEEDBACK = "feedback", "处理结果反馈书"
    REFERRAL = "referral", "转送告知书"


class PaperKind(TextChoices):
    """Every paper of the front line that an office may word for itself; the notices among them by their own key."""

    REGISTER = "register", "举报登记表"
    APPROVAL = "approval", "呈批表（拟办单）"
    RECEIPT = "receipt", "查询码回执"
    ACCEPTANCE = "acceptance", "受理告知书"
    DECLINE = "decline", "不予受理告知书"
    EXTENSION = "extension", "延期告知书"
    PROMISE = "promise", "双方承诺书"
    FEEDBACK = "feedback", "处理结果反馈书"
    REFERRAL = "referral", "转送告知书"
    FEEDBACK_RECORD = "feedback_record", "反馈记录"
    VISIT = "visit", "来访记录"
    INTERVIEW = "interview", "谈话笔录"
    REFER_OUT = "refer_out", "信访事项转送函"
    FORWARD = "forward", "信访举报转办函"
    ASSIGN = "assign", "信访举报交办函"
    HAND_OVER = "hand_over", "信访举报移送函"
    BOX = "box", "举报箱开箱记录"
    ENVELOPE = "envelope", "信封报送单"


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


class Series(TextChoices):
    """What is numbered, each by itself, per organ and year, without gaps."""

    REPORT = "report", "来件编号"
    NOTICE = "notice", "发文字号"


class DutyKind(TextChoices):
    """Who receives on a day of visits."""

    LEADER = "leader", "领导接访日"
    STAFF = "staff", "工作人员接访"


class DutyChangeReason(TextChoices):
    """Why a turn of duty changed hands or fell out, as a kept word."""

    LEAVE = "leave", "休假"
    OUTING = "outing", "下访外出"
    MEETING = "meeting", "会议、培训"
    HOLIDAY = "holiday", "放假调整"
    OTHER = "other", "其他工作"


class CareNeed(TextChoices):
    """What help somebody at the door needs now. It is no word for the person, and goes when the help is given."""

    DOCTOR = "doctor", "需要就医"
    CALM = "calm", "情绪激动，先安抚"
    SUPPORT = "support", "需要搀扶或者轮椅"
    FIRST = "first", "老弱病残孕，先接待"
    FAMILY = "family", "需要联系家属"
    SEAT = "seat", "先坐下休息"


class LanguageHelp(TextChoices):
    """By which help a visit is understood."""

    NONE = "none", "不需要"
    DIALECT = "dialect", "方言"
    MINORITY = "minority", "少数民族语言翻译"
    SIGN = "sign", "手语翻译"
    SCRIBE = "scribe", "代书（来访人口述）"


class Section(TextChoices):
    """The parts of an interview record; the office decides their order."""

    WHO = "who", "何人"
    WHAT = "what", "何事"
    WHEN = "when", "何时"
    WHERE = "where", "何地"
    SOURCE = "source", "怎么知道的"
    EVIDENCE = "evidence", "证据和知情人"
    WISH = "wish", "诉求"


class ReadBackWay(TextChoices):
    ALOUD = "aloud", "已向来访人宣读"
    BY_VISITOR = "by_visitor", "来访人已阅看"


class SignedAs(TextChoices):
    """How a visitor stood by the record."""

    PEN = "pen", "在屏幕上签名"
    PAPER = "paper", "在打印件上签名"
    THUMB = "thumb", "在打印件上捺印"
    DECLINED = "declined", "不签名，已记明原因"
    ANONYMOUS = "anonymous", "匿名来访，不签名"


class TicketState(TextChoices):
    WAITING = "waiting", "等候"
    CALLED = "called", "已叫号"
    RECEIVED = "received", "已接待"
    LEFT = "left", "未接待离开"


class TicketFor(TextChoices):
    """What somebody waits for; nothing that would lead to a report."""

    FIRST_TIME = "first_time", "反映新的事情"
    EARLIER = "earlier", "为已登记的事情"


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


class HalfDay(TextChoices):
    """As exact as an appointment or a callback is kept; an hour stands in sealed words."""

    MORNING = "morning", "上午"
    AFTERNOON = "afternoon", "下午"


class CallbackState(TextChoices):
    AGREED = "agreed", "待回拨"
    REACHED = "reached", "已接通"
    ENDED = "ended", "不再回拨"


class CallbackResult(TextChoices):
    """What became of one attempt; a kept word, because a line of free text would tell of the caller."""

    REACHED = "reached", "已接通"
    NO_ANSWER = "no_answer", "无人接听"
    BUSY = "busy", "占线"
    OFF = "off", "关机或者停机"
    SOMEBODY_ELSE = "somebody_else", "他人接听，未说明来意"


class OutsideHours(TextChoices):
    """What the hotline says when nobody sits at it."""

    VOICEMAIL = "voicemail", "请留言"
    NATIONAL = "national", "请拨打12388"
    DUTY = "duty", "转值班人员"


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
