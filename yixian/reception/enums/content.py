"""What a report holds and who passes what: people, files, messages, papers."""

from django.db.models import TextChoices


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
    RULING = "ruling", "对异议的答复"


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
    SUPERVISION = "supervision", "信访举报督办函"
    CHASE = "chase", "信访举报催办函"
    INQUIRY = "inquiry", "函询通知书"
    PARTY_ADVICE = "party_advice", "纪律检查建议书"
    STATE_ADVICE = "state_advice", "监察建议书"
    CLARIFICATION = "clarification", "澄清函"
    BOX = "box", "举报箱开箱记录"
    ENVELOPE = "envelope", "信封报送单"
    SCREENING = "screening", "排查记录"
    CONSULT_CALL = "consult_call", "联席会诊通知"
    CONSULT_MATERIAL = "consult_material", "联席会诊材料"
    CONSULT_MINUTES = "consult_minutes", "联席会诊会议纪要"
    DESTRUCTION = "destruction", "档案销毁清册"
