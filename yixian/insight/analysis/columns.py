"""The headings that offices use, field by field, the most telling first; and the words they fill them with."""

from collections.abc import Mapping

from yixian.regulations.classes import Channel, Outcome, ReportClass, SourceKind
from yixian.toolkit.headings import plain

FIELDS = {
    "id": "编号",
    "subject": "主题",
    "detail": "详情",
    "received_on": "日期",
    "sender": "反映人",
    "channel": "信访方式",
    "source": "来源",
    "repeat": "初重",
    "signed": "署名",
    "kind": "类别",
    "place": "属地",
    "accused": "被反映人",
    "accused_post": "职务",
    "closed_on": "办结日期",
    "outcome": "处理结果",
    "supporters": "点赞数",
    "opponents": "反对数",
}
"""Field → the name a user may write in ``--columns``."""

VOCABULARY: Mapping[str, tuple[str, ...]] = {
    "id": (
        *(
            "编号",
            "留言编号",
            "信访编号",
            "举报编号",
            "信访件编号",
            "受理编号",
            "登记编号",
            "来件编号",
            "信件编号",
        ),
        *(
            "线索编号",
            "工单编号",
            "案件编号",
            "问题编号",
            "件号",
            "登记号",
            "受理号",
            "工单号",
            "信访号",
            "流水号",
        ),
        *("事项编号", "id", "序号"),
    ),
    "subject": (
        *(
            "主题",
            "标题",
            "留言主题",
            "留言标题",
            "信访标题",
            "举报标题",
            "来信标题",
            "反映事由",
            "事由",
            "题目",
        ),
        *("信访事项", "事项名称", "案由", "问题概要", "反映问题概要", "简要情况"),
    ),
    "detail": (
        *("详情", "内容", "问题描述", "留言详情", "留言内容", "反映内容", "信访内容", "举报内容", "来信内容"),
        *(
            "来访内容",
            "来电内容",
            "诉求内容",
            "反映问题",
            "反映的主要问题",
            "主要问题",
            "主要内容",
            "问题摘要",
        ),
        *("内容摘要", "摘要", "具体内容", "详细内容", "情况描述", "描述", "正文", "反映情况", "诉求", "问题"),
    ),
    "received_on": (
        *("时间", "日期", "来信日期", "留言时间", "留言日期", "收到日期", "收信日期", "收件日期", "来件日期"),
        *("登记日期", "登记时间", "信访日期", "信访时间", "举报日期", "举报时间", "受理日期", "受理时间"),
        *("来信时间", "来访日期", "来访时间", "来电时间", "来电日期", "反映时间", "反映日期", "接收日期"),
        *("提交时间", "收到时间", "接访日期", "接访时间"),
    ),
    "sender": (
        *("用户", "反映人", "留言用户", "信访人", "举报人", "来信人", "来访人", "来电人", "反映人姓名"),
        *("信访人姓名", "举报人姓名", "用户名", "留言人", "投诉人", "诉求人", "姓名"),
    ),
    "channel": (
        *("信访方式", "信访渠道", "反映方式", "举报方式", "来件方式", "信访形式", "受理方式", "来信方式"),
        *("反映渠道", "举报渠道", "受理渠道", "渠道", "方式", "途径", "形式"),
    ),
    "source": (
        "来源",
        "信访来源",
        "来件来源",
        "信件来源",
        "线索来源",
        "件来源",
        "来源单位",
        "交办单位",
        "转办单位",
    ),
    "repeat": (
        *(
            "初重",
            "初重信",
            "初重件",
            "初信重信",
            "初次重复",
            "是否重复",
            "是否重复件",
            "重复件",
            "重复",
        ),
        *("初重访", "初次或重复", "信访次数类型"),
    ),
    "signed": (
        "署名",
        "署名情况",
        "是否署名",
        "是否实名",
        "实名匿名",
        "实名情况",
        "实名",
        "是否匿名",
    ),
    "kind": ("类别", "信访类别", "举报类别", "件类别", "信访性质", "举报类型", "信访类型", "性质类别"),
    "place": (
        *(
            "属地",
            "问题属地",
            "所属地",
            "村社区",
            "所在村",
            "所属村",
            "村居",
            "村",
            "乡镇",
            "所属乡镇",
            "所属镇",
        ),
        *("所属街道", "发生地", "问题发生地", "所属区域", "区域", "地区", "所在地"),
    ),
    "accused": (
        *("被反映人", "被举报人", "被反映人姓名", "被举报人姓名", "被反映对象", "被举报对象", "被检举人"),
        *("被反映人员", "反映对象"),
    ),
    "accused_post": (
        *("被反映人职务", "被举报人职务", "被反映人单位及职务", "被反映人单位职务", "单位及职务", "单位职务"),
        *("被举报人单位职务", "职务"),
    ),
    "closed_on": (
        "办结日期",
        "办结时间",
        "结案日期",
        "结案时间",
        "了结日期",
        "了结时间",
        "办理完成时间",
        "完结时间",
    ),
    "outcome": ("处理结果", "处理情况", "处置结果", "办理结果", "处理方式"),
    "supporters": ("点赞数", "点赞", "支持数", "赞同数", "附议数"),
    "opponents": ("反对数", "反对", "点踩数"),
}

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
