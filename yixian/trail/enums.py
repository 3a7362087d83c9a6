"""The words of the trail: how an attempt ended, and what a check of the chain can find."""

from django.db.models import TextChoices


class Outcome(TextChoices):
    """Refused is a rule saying no; failed is anything else that stopped the work."""

    DONE = "done", "完成"
    REFUSED = "refused", "被拒绝"
    FAILED = "failed", "未成功"


class BreachKind(TextChoices):
    EDITED = "edited", "内容被改动"
    REORDERED = "reordered", "次序被调换"
    MISSING = "missing", "记录被删除"
    BROKEN = "broken", "与前一条不相接"
    TRUNCATED = "truncated", "末尾被截去"
    REBUILT = "rebuilt", "与封存的链头不符"
    HEAD_EDITED = "head_edited", "链头文件无法读取"
