"""The words that offices fill their columns with, as the values of ``yixian.regulations.classes``.

A word that is not understood is nothing: it is not forced into 其他, and the reading stands instead.
"""

from yixian.regulations.classes import Channel, Outcome, ReportClass, SourceKind
from yixian.toolkit.headings import plain

_CHANNELS = {
    Channel.LETTER: ("来信", "信件", "信函", "书信", "邮寄", "寄信", "信"),
    Channel.VISIT: ("来访", "走访", "接访", "上访", "面访", "访"),
    Channel.CALL: ("来电", "电话", "热线", "12388电话", "12345"),
    Channel.WEB: (
        "网络",
        "网上",
        "网站",
        "互联网",
        "网信",
        "电子邮件",
        "邮箱",
        "微信",
        "短信",
        "小程序",
        "留言",
    ),
    Channel.BOX: ("举报箱", "信访箱", "意见箱"),
    Channel.OTHER: ("其他", "其它"),
}
_SOURCES = {
    SourceKind.OWN: ("自收", "本级", "直收", "自办", "本级受理", "本级接收"),
    SourceKind.ASSIGNED_BY_SUPERIOR: ("上级交", "交办"),
    SourceKind.PASSED_BY_SUPERIOR: ("上级转", "上级", "转办", "县纪委", "区纪委", "市纪委", "省纪委"),
    SourceKind.OTHER_DEPARTMENT: ("其他部门", "移送", "部门", "单位"),
}
_KINDS = {
    ReportClass.ACCUSATION: ("检举控告", "检举", "控告", "举报"),
    ReportClass.APPEAL: ("申诉",),
    ReportClass.SUGGESTION: ("批评建议", "建议", "批评", "意见建议"),
    ReportClass.OUT_OF_SCOPE: ("业务范围外", "范围外", "非业务范围", "业务外"),
}
_YES = (
    "是",
    "实名",
    "署名",
    "重复",
    "重复件",
    "重信",
    "重访",
    "重复信",
    "重复访",
    "重",
    "有",
    "y",
    "yes",
    "true",
    "1",
)
_NO = (
    "否",
    "匿名",
    "未署名",
    "不署名",
    "初次",
    "初次件",
    "初信",
    "初访",
    "初件",
    "初",
    "无",
    "n",
    "no",
    "false",
    "0",
)


def read_channel(text: str) -> str:
    """The channel that an office's word means, or nothing: an unknown word is not forced into 其他."""
    if text.startswith("12388"):
        return str((Channel.CALL if "电" in text else Channel.WEB).value)
    for channel in (Channel.BOX, Channel.WEB, Channel.CALL, Channel.LETTER, Channel.VISIT, Channel.OTHER):
        if any(word in text for word in _CHANNELS[channel]):
            return str(channel.value)
    return ""


def read_source(text: str) -> str:
    for source, words in _SOURCES.items():
        if any(word in text for word in words):
            return str(source.value)
    return ""


def read_kind(text: str) -> str:
    for kind, words in _KINDS.items():
        if any(word in text for word in words):
            return str(kind.value)
    return ""


def read_yes_no(text: str) -> bool | None:
    """是/否 in the words of 署名 and 初重 columns; None for anything else."""
    word = plain(text)
    return True if word in _YES else False if word in _NO else None


def read_outcomes(text: str) -> tuple[str, ...]:
    """The outcomes that a cell names, longest names first so that 党内严重警告 is not also 警告."""
    found: list[str] = []
    for outcome in sorted(Outcome, key=lambda one: -len(one.label)):
        if outcome.label in text:
            found.append(str(outcome.value))
            text = text.replace(outcome.label, "")
    if "立案" in text and "不予立案" not in text:
        found.append("filed")
    return tuple(found)
