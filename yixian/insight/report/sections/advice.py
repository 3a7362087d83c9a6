"""五、工作建议: each suggestion stands on a figure of this report and names it; without the figure it is not made."""

from collections.abc import Callable

from yixian.insight.figures import AnalysisFigures
from yixian.insight.figures.characteristics.trend import Direction
from yixian.insight.report.sections.characteristics import ENOUGH_ACCUSATIONS, SOME
from yixian.insight.report.words import names, percent, value
from yixian.toolkit.documents import Paper

_ORDINALS = "一二三四五六七八九十"
_MOSTLY = 0.5
_NOTABLE = 0.3


def advice(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("五、工作建议")
    said = [sentence for rule in _RULES if (sentence := rule(figures))]
    if not said:
        paper.body("现有数据不足以支持具体建议。建议先完善台账登记的信访方式、来源、署名和办结等栏目。")
        return
    for number, sentence in enumerate(said):
        paper.body(f"（{_ORDINALS[number]}）{sentence}")


def _hot(figures: AnalysisFigures) -> str:
    """联席会诊 for what many people bring up again and again."""
    gathered = [matter for matter in figures.hot if matter.reporters >= 3]
    if not gathered:
        return ""
    return (
        f"集中研判热点事项。对多人反映的前{len(gathered)}个热点事项，逐一明确牵头领导和责任单位，"
        "纳入季度联席会诊，一事一策、按月跟踪，办结前不销号，结果及时向反映人反馈。"
    )


def _scope(figures: AnalysisFigures) -> str:
    kinds = figures.basics.kinds
    outside = next((line for line in kinds.lines if line.key == "out_of_scope"), None)
    if outside is None or outside.share < _MOSTLY:
        return ""
    departments = [line for line in figures.basics.departments.largest(2) if not line.is_joined]
    whom = f"，重点会同{names(departments)}主管部门" if departments else ""
    return (
        f"畅通业务范围外事项的转办渠道。业务范围外来件占{percent(outside.share)}{whom}，"
        "建立转办、接收、反馈的闭环，向群众说明受理单位和时限，不得一推了之。"
    )


def _concrete(figures: AnalysisFigures) -> str:
    content = figures.characteristics.content
    if content.headline.value is None:
        return ""
    evidence, when = content.figure("content.evidence"), content.figure("content.when")
    if (evidence.value or 0) < _MOSTLY:
        return ""
    return (
        f"引导群众具体反映问题。未写明证据线索的占{value(evidence)}，未写明发生时间的占{value(when)}。"
        "接访和网上受理时主动询问时间、地点、经过、知情人和凭据，在举报须知中列出样例，提高线索可查性。"
    )


def _objects(figures: AnalysisFigures) -> str:
    objects = figures.accusations.objects
    posts = objects.breakdown("posts")
    if objects.headline.value is None or posts.base < ENOUGH_ACCUSATIONS or objects.headline.value < SOME:
        return ""
    return (
        f"加强对重点岗位的监督。检举控告集中在{names([line for line in posts.largest(3) if not line.is_joined])}，"
        "对相应岗位开展廉政谈话和专项检查，公开权力事项和办事结果。"
    )


def _issues(figures: AnalysisFigures) -> str:
    issues = figures.basics.issues
    if issues.base < ENOUGH_ACCUSATIONS:
        return ""
    first = next((line for line in issues.largest(2) if line.key != "其他" and not line.is_joined), None)
    if first is None:
        return ""
    return (
        f"推动突出问题整治。“{first.label}”居检举控告问题性质首位（{first.count}件），"
        "梳理其中的共性原因，向有关单位提出纪律检查建议或监察建议，督促完善制度。"
    )


def _repeats(figures: AnalysisFigures) -> str:
    recurrence = figures.basics.recurrence
    repeats = next((line for line in recurrence.lines if line.key == "repeat"), None)
    if repeats is None or repeats.share < 0.1:
        return ""
    return (
        f"压实首办责任。重复来件占{percent(repeats.share)}，对初次来件落实首办责任制，"
        "按期办理、当面答复，从源头减少重复反映；重复件关联原件办理，不得因重复而搁置新的内容。"
    )


def _anonymous(figures: AnalysisFigures) -> str:
    signing = figures.basics.signing
    anonymous = next((line for line in signing.lines if line.key == "anonymous"), None)
    if anonymous is None or anonymous.share < _NOTABLE:
        return ""
    return (
        f"保护举报人权益。匿名来件占{percent(anonymous.share)}，宣传实名举报优先办理、优先反馈和保密保护的规定，"
        "匿名件依规正常受理，不得追查举报人。"
    )


def _backlog(figures: AnalysisFigures) -> str:
    balance = figures.balance
    if (
        balance.open.value is None
        or balance.opening.value is None
        or balance.open.value <= balance.opening.value
    ):
        return ""
    return (
        f"加快办理进度。期末未结{int(balance.open.value)}件，比期初增加"
        f"{int(balance.open.value - balance.opening.value)}件，对超期件逐件列明原因和时限，开展督办。"
    )


def _rising(figures: AnalysisFigures) -> str:
    rising = [one.title for one in figures.characteristics.all if one.trend.direction is Direction.UP]
    if not rising:
        return ""
    return f"关注变化趋势。{'、'.join(rising)}的占比呈上升趋势，下期继续跟踪，分析原因。"


_RULES: tuple[Callable[[AnalysisFigures], str], ...] = (
    *(_hot, _objects, _issues, _concrete, _scope, _repeats, _anonymous, _backlog, _rising),
)
