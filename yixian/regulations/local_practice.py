"""What is in use without a national figure: simple handling, the ordinary closing limit and promises.

All are configurable: the office enters its own, and the grade says that nobody checked a print.
"""

from yixian.regulations.articles import Article, Grade, Instrument
from yixian.regulations.limits import Extension, Term, Unit

SIMPLE = Article(Instrument.SIMPLE_HANDLING, 0, Grade.SECONDARY)
ORDINARY = Article(Instrument.LOCAL_PRACTICE, 0, Grade.COMMENTARY)
PROMISE = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
FOUR_WAYS = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
"""接访、下访、约访、陪访: the four ways in which the office meets people."""
CROSS_HANDLING = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
"""片区联动交叉办理: who of another township of the area handles what is too near to the own office."""
FIVE_COMPLETIONS = Article(Instrument.LOCAL_PRACTICE, 0, Grade.COMMENTARY)
HARD_MATTERS = Article(Instrument.LOCAL_PRACTICE, 0, Grade.UNVERIFIED)
"""疑难复杂和多次反映的事项一事一案制定化解方案; the figures of what is old and repeated are each office's own."""
REPEATED_FROM = 3
"""So many reports of one matter make it a repeated one."""

SIMPLE_HANDLING_TERM = Term(
    key="simple_handling",
    name="简易办理（初次、简单事项）出具处理意见",
    length=10,
    unit=Unit.WORKING_DAY,
    counted_from="受理之日",
    source=SIMPLE,
    configurable=True,
)


BY_CHIEF = Extension(None, Unit.MONTH, "本机关主要负责人", "写明延长后的届满日")


def ordinary(key: str, name: str, length: int, unit: Unit, extension: Extension = BY_CHIEF) -> Term:
    """A local closing limit for an ordinary report; the national rules set none (B)."""
    return Term(key, name, length, unit, "受理之日", ORDINARY, extension, configurable=True)


ORDINARY_CLOSING_TERM = ordinary("ordinary_closing", "一般检举控告办结", 3, Unit.MONTH)
ORDINARY_SHORT_TERM = ordinary("ordinary_closing_short", "一般检举控告办结（从快）", 2, Unit.MONTH)
ORDINARY_EASY_TERM = ordinary("ordinary_closing_easy", "一般检举控告办结（按难易：简单）", 1, Unit.MONTH)
ORDINARY_MIDDLE_TERM = ordinary("ordinary_closing_middle", "一般检举控告办结（按难易：一般）", 3, Unit.MONTH)
ORDINARY_HARD_TERM = ordinary("ordinary_closing_hard", "一般检举控告办结（按难易：复杂）", 6, Unit.MONTH)
ORDINARY_DAYS_TERM = ordinary(
    "ordinary_closing_days",
    "一般检举控告办结（比照信访事项）",
    60,
    Unit.CALENDAR_DAY,
    Extension(30, Unit.CALENDAR_DAY, "本机关主要负责人"),
)

PROMISE_TERM = Term(
    key="promise",
    name="双方承诺书约定的办结",
    length=60,
    unit=Unit.CALENDAR_DAY,
    counted_from="签订承诺书之日",
    source=PROMISE,
    extension=Extension(None, Unit.CALENDAR_DAY, "双方协商一致、本机关主要负责人", "写明延长后的届满日"),
    configurable=True,
)

# 检控规则第二十七条 wants an objection explained and sets no day; what is promised to a reporter needs one.
EXPLANATION_TERM = Term(
    key="objection_explanation",
    name="对结果有不同意见的说明",
    length=15,
    unit=Unit.WORKING_DAY,
    counted_from="收到不同意见之日",
    source=PROMISE,
    extension=Extension(None, Unit.WORKING_DAY, "本机关主要负责人", "写明延长后的届满日"),
    configurable=True,
)

LONG_PENDING_TERM = Term(
    key="long_pending",
    name="积案（久拖未结的事项）",
    length=6,
    unit=Unit.MONTH,
    counted_from="立项之日",
    source=HARD_MATTERS,
    configurable=True,
)

TERMS_IN_ORDER = (
    SIMPLE_HANDLING_TERM,
    ORDINARY_CLOSING_TERM,
    ORDINARY_SHORT_TERM,
    ORDINARY_EASY_TERM,
    ORDINARY_MIDDLE_TERM,
    ORDINARY_HARD_TERM,
    ORDINARY_DAYS_TERM,
    PROMISE_TERM,
    EXPLANATION_TERM,
    LONG_PENDING_TERM,
)
