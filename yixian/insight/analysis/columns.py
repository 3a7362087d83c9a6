"""The headings that offices use, field by field, the most telling first."""

from collections.abc import Mapping

from yixian.reception.importing.vocabulary import HEADINGS

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

VOCABULARY: Mapping[str, tuple[str, ...]] = {field: HEADINGS[field] for field in FIELDS}
