"""The words of protection. The grounds of recusal are the law's own, passed on so that one import serves."""

from django.db.models import TextChoices

from yixian.regulations.recusal import RecusalGround

__all__ = [
    "AlertKind",
    "Outside",
    "PartnerRelation",
    "RecusalGround",
    "RecusalOrigin",
    "RecusalState",
    "RequestState",
]


class Outside(TextChoices):
    """People and things that act without an account; a permit names them beside the roles of staff."""

    PUBLIC = "public", "公众"
    REPORTER = "reporter", "举报人（凭查询码）"
    SYSTEM = "system", "系统"


class RecusalOrigin(TextChoices):
    DECLARED = "declared", "本人申报"
    ASKED = "asked", "他人申请"


class RecusalState(TextChoices):
    """A declared recusal bars at once; one that somebody asks for bars until it is decided, too.
    Only what is asked of a chief is ``ASKED`` until another chief decides, and bars nobody.
    """

    ASKED = "asked", "待决定"
    STANDING = "standing", "回避"
    REJECTED = "rejected", "经审查不需回避"


class RequestState(TextChoices):
    ASKED = "asked", "待批准"
    GRANTED = "granted", "已批准"
    REFUSED = "refused", "未批准"


class AlertKind(TextChoices):
    """What the chief is told without asking."""

    IDENTITY_OPENED = "identity_opened", "举报人身份被查看"
    IDENTITY_GRANTED = "identity_granted", "批准查看举报人身份"
    RECUSAL_ASKED = "recusal_asked", "有人申请回避"
    RETALIATION_TOLD = "retaliation_told", "举报人反映打击报复"
    PROTECTION_ASKED = "protection_asked", "举报人申请保护"
    TRAIL_BREACH = "trail_breach", "留痕核验发现异常"
    KEY_REPLACED = "key_replaced", "机构公钥被调换，可能有人改动数据库"
    LOGIN_BLOCKED = "login_blocked", "账号多次登录未成功"
    PARTNER_KEY_CHANGED = "partner_key_changed", "协作机关的公钥变了"


class PartnerRelation(TextChoices):
    """Where an office of another installation stands to this one: it decides what may go there, and what not."""

    ABOVE = "above", "上级"
    BELOW = "below", "下级"
    BESIDE = "beside", "平级"
