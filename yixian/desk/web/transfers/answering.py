"""What is asked of whoever objects to a report passed to this office, or reports its result: the same whether it came
within the installation or by sealed file.
"""

from datetime import date

from yixian.reception.actions import LIMITS
from yixian.regulations.petition_regulations import OBJECTION_TERM
from yixian.toolkit.documents.filling import say
from yixian.toolkit.forms import LongText


def objection_rule(last: date) -> str:
    """Within how many days, by which article, and until when in this case."""
    return f"{OBJECTION_TERM.sentence()}（{OBJECTION_TERM.source.cite()}），本件到{say(last)}为止。"


def why_not_ours() -> LongText:
    return LongText(
        "不归本机关办的理由",
        LIMITS["note"],
        rows=5,
        help_text="写明按管理权限、属地应当由谁办理。理由只有两个机关能看，不写举报人。",
    )


def what_was_found() -> LongText:
    return LongText(
        "办理结果", LIMITS["note"], rows=8, help_text="查清了什么、怎样处理、有什么建议；不写举报人。"
    )
