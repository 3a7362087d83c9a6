"""Receiving people: duty, visits and their record, the queue, calls."""

from django.db.models import TextChoices


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
