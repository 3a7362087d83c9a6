"""三、四个特征: each in words that its figures choose, first of accusations and then of all reports."""

from collections.abc import Sequence

from yixian.insight.figures import AnalysisFigures, Characteristic, FourCharacteristics
from yixian.insight.figures.characteristics.objects import LARGEST_PLACES
from yixian.insight.figures.characteristics.trend import LEVEL_WITHIN, Direction, Trend
from yixian.insight.figures.rows import ELEMENTS
from yixian.insight.report.numbers import bars_of, picture
from yixian.insight.report.words import names, percent, points, value
from yixian.toolkit.documents import Paper, Series, bar_chart, line_chart, stacked_bar

ENOUGH_ACCUSATIONS = 30
ENOUGH_TO_GRADE = 20
_ENOUGH_MONTHS = 0.8
_NARROWEST_PART = 0.2
"""The longest name of a motive takes a fifth of the width of the text."""
CLEAR, SOME = 0.6, 0.4
GRADES = (
    f"占比{CLEAR:.0%}及以上为“明显”，{SOME:.0%}至{CLEAR:.0%}为“有所体现”，{SOME:.0%}以下为“不明显”；"
    f"可测算的不足{ENOUGH_TO_GRADE}件时不作判断"
)


def characteristics(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("三、“四个特征”分析")
    lead, other = _populations(figures)
    paper.body(_opening(figures, lead))
    _motive(paper, lead, other)
    _objects(paper, lead)
    _content(paper, lead, other)
    _forms(paper, lead, other)
    _trends(paper, lead, other)


def _populations(figures: AnalysisFigures) -> tuple[FourCharacteristics, FourCharacteristics | None]:
    """Accusations lead where there are enough of them; all reports stand beside."""
    if figures.accusations.base < ENOUGH_ACCUSATIONS:
        return figures.characteristics, None
    same = figures.accusations.base == figures.characteristics.base
    return figures.accusations, None if same else figures.characteristics


def _opening(figures: AnalysisFigures, lead: FourCharacteristics) -> str:
    if lead is figures.accusations:
        return f"以下以检举控告{lead.base}件为主要分析对象，并与全部信访举报对照。"
    if figures.leaves:
        return f"以下以全部信访举报{lead.base}件为分析对象。"
    return (
        f"检举控告仅{figures.accusations.base}件，不足{ENOUGH_ACCUSATIONS}件，"
        f"以下以全部信访举报{lead.base}件为分析对象。"
    )


def _motive(paper: Paper, lead: FourCharacteristics, other: FourCharacteristics | None) -> None:
    one = lead.motive
    paper.subheading(f"（一）{one.title}")
    if not one.is_known:
        paper.body(_lacking(one))
        return
    paper.body(
        f"{lead.population}中，单纯维护个人利益的占{value(one.headline)}，连同个人与公共利益兼有的，"
        f"涉及个人利益的共占{value(one.figure('motive.involved'))}，动机单一化特征{_grade(one)}。"
        f"{_beside(one, other.motive if other else None)}{_movement(one.trend)}"
    )
    picture(paper, _composition(one), f"诉求动机构成（{lead.population}）", _alt(one, "motives"))


def _composition(one: Characteristic) -> bytes:
    """One bar cut into its parts; lying bars where a part is too narrow to carry its name."""
    lines = one.breakdown("motives").lines
    if min(line.share for line in lines) < _NARROWEST_PART:
        return bar_chart([line.label for line in lines], [line.count for line in lines], share=True)
    return stacked_bar([(line.label, line.count) for line in lines])


def _objects(paper: Paper, lead: FourCharacteristics) -> None:
    one = lead.objects
    paper.subheading(f"（二）{one.title}")
    if not one.is_known:
        paper.body(_lacking(one))
        return
    posts = one.breakdown("posts")
    if all(line.is_joined for line in posts.lines):
        paper.body("各类被反映对象的件数都较少，已合并，对象集中程度不作判断。")
        return
    paper.body(
        f"{lead.population}中写明被反映对象职务或单位的有{posts.base}件，"
        f"{_gathered(one)}对象集中化特征{_grade(one)}。{_places(one)}{_movement(one.trend)}"
    )
    bars_of(paper, posts)


def _gathered(one: Characteristic) -> str:
    """A share is said only where it is not all of them by necessity."""
    posts, spread = one.breakdown("posts"), one.figure("objects.spread").value or 0
    top = posts.largest(3)
    if posts.is_joined:
        return f"反映较多的是{names([line for line in top if not line.is_joined])}，"
    if len(posts.lines) == 1:
        return f"均为{names(top)}，"
    evenly = f"按集中程度折算，相当于来件平均分布在约{spread:.1f}类对象上，"
    if len(posts.lines) <= len(top):
        return f"只涉及{names(top)}{len(top)}类，{evenly}"
    return f"集中在{names(top)}，这{len(top)}类占{value(one.headline)}，{evenly}"


def _places(one: Characteristic) -> str:
    share = one.figure("objects.places")
    if share.value is None or share.base < ENOUGH_ACCUSATIONS:
        return "写明属地的件数较少，属地集中程度不作判断。"
    if one.breakdown("places").is_joined:
        return "件数较少的属地已合并，属地集中程度不作判断。"
    if len(one.breakdown("places").lines) <= LARGEST_PLACES:
        return f"从属地看，写明的属地共{len(one.breakdown('places').lines)}个。"
    return f"从属地看，件数最多的{LARGEST_PLACES}个属地占写明属地件数的{value(share)}。"


def _content(paper: Paper, lead: FourCharacteristics, other: FourCharacteristics | None) -> None:
    one = lead.content
    paper.subheading(f"（三）{one.title}")
    if not one.is_known:
        paper.body(_lacking(one))
        return
    lacks = sorted(
        (one.figure(f"content.{key}") for key in ELEMENTS), key=lambda figure: -(figure.value or 0)
    )
    worst = [figure for figure in lacks if figure.value][:2]
    said = "，".join(f"{figure.title}的占{value(figure)}" for figure in worst)
    paper.body(
        f"{lead.population}中，五项要素缺少两项及以上的占{value(one.headline)}，内容抽象化特征{_grade(one)}。"
        f"{f'缺失最多的是：{said}。' if said else '五项要素均已写明。'}"
        f"{_beside(one, other.content if other else None)}{_movement(one.trend)}"
    )
    png = bar_chart([figure.title for figure in lacks], [len(figure.rows) for figure in lacks])
    alt = "；".join(f"{figure.title}{value(figure)}" for figure in lacks)
    picture(paper, png, f"未写明各项要素的件数（{lead.population}）", alt)


def _forms(paper: Paper, lead: FourCharacteristics, other: FourCharacteristics | None) -> None:
    one = lead.forms
    paper.subheading(f"（四）{one.title}")
    if not one.is_known:
        paper.body(_lacking(one))
        return
    channels = one.breakdown("channels")
    paper.body(
        f"{_ways(lead.population, one)}形式多样化特征{_grade(one)}。"
        f"{_crossing(one)}{_beside(one, other.forms if other else None)}{_movement(one.trend)}"
    )
    bars_of(paper, channels)


def _ways(population: str, one: Characteristic) -> str:
    """How many ways, and how even: not where some are joined, for they would be miscounted or given away."""
    channels, others = one.breakdown("channels"), f"其余方式占{value(one.headline)}"
    main = channels.largest(1)[0].label
    if channels.is_joined:
        return f"{population}以{main}为主，{others}，"
    used, evenness = value(one.figure("forms.used")), value(one.figure("forms.evenness"))
    return f"{population}使用了{used}信访方式，以{main}为主，{others}，均匀度{evenness}，"


def _crossing(one: Characteristic) -> str:
    share = one.figure("forms.crossing")
    return "" if share.value is None else f"多次反映的事项中，{value(share)}经两种及以上方式反映。"


def _trends(paper: Paper, lead: FourCharacteristics, other: FourCharacteristics | None) -> None:
    """One picture for all four, of the population whose months carry shares."""
    if other is not None and _filled(lead) < _ENOUGH_MONTHS:
        lead = other
    drawn = [one for one in lead.all if sum(point.value is not None for point in one.trend.points) >= 3]
    if not drawn:
        return
    paper.subheading("（五）变化趋势")
    paper.body(f"{lead.population}四个特征主要占比的分月变化如下图，不足10件的月份不列。")
    first, last = _shown(drawn)
    labels = [_month(point.label, at) for at, point in enumerate(drawn[0].trend.points[first:last])]
    series = [Series(one.title, [point.value for point in one.trend.points[first:last]]) for one in drawn]
    said = "、".join(one.title for one in drawn)
    picture(paper, line_chart(labels, series), f"四个特征分月占比（{lead.population}）", said)


def _filled(lead: FourCharacteristics) -> float:
    """How full the emptiest of the known lines is."""
    return min((_fullness(one) for one in lead.all if one.is_known), default=0.0)


def _fullness(one: Characteristic) -> float:
    """The share of months, between the first and the last with a share, that have one."""
    values = [point.value is not None for point in one.trend.points]
    if True not in values:
        return 0.0
    inside = values[values.index(True) : len(values) - values[::-1].index(True)]
    return sum(inside) / len(inside)


def _shown(drawn: Sequence[Characteristic]) -> tuple[int, int]:
    """From the first month in which anything has a share to the last."""
    months = range(len(drawn[0].trend.points))
    filled = [at for at in months if any(one.trend.points[at].value is not None for one in drawn)]
    return filled[0], filled[-1] + 1


def _month(label: str, at: int) -> str:
    year, _, month = label.partition("年")
    return f"{month}\n{year}年" if at == 0 or month == "1月" else month


def _grade(one: Characteristic) -> str:
    if one.headline.base < ENOUGH_TO_GRADE:
        return f"因可测算的仅{one.headline.base}件而不作判断"
    share = one.headline.value or 0
    return "明显" if share >= CLEAR else "有所体现" if share >= SOME else "不明显"


def _beside(one: Characteristic, other: Characteristic | None) -> str:
    """How accusations differ from all reports."""
    if other is None or one.headline.value is None or other.headline.value is None:
        return ""
    here, there = one.headline.value, other.headline.value
    if abs(here - there) < 0.005:
        return f"与全部信访举报（{percent(there)}）基本一致。"
    word = "高" if here > there else "低"
    return f"全部信访举报的这一占比为{percent(there)}，检举控告{word}{points(here, there)}。"


def _movement(trend: Trend) -> str:
    if trend.earlier is None or trend.later is None:
        return "件数较少，变化趋势不作判断。"
    said = f"从变化看，前半期为{percent(trend.earlier)}，后半期为{percent(trend.later)}"
    word = "上升" if trend.later > trend.earlier else "下降"
    is_wide = abs(trend.later - trend.earlier) > LEVEL_WITHIN
    if trend.direction is Direction.LEVEL:
        change = f"{word}{points(trend.later, trend.earlier)}，因件数少，仅供参考"
        return f"{said}，{change if is_wide else '基本平稳'}。"
    return f"{said}，{f'呈{word}趋势' if is_wide else f'略有{word}'}。"


def _lacking(one: Characteristic) -> str:
    return f"{one.headline.lacking}，本报告不对{one.title}作判断。"


def _alt(one: Characteristic, key: str) -> str:
    return "；".join(f"{line.label}{line.count}件" for line in one.breakdown(key).lines)
