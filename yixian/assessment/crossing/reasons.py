"""The reasons as sentences, for whoever decides. They name handlers and kinds of ties, nobody else."""

from collections import Counter
from collections.abc import Mapping, Sequence

from yixian.assessment.crossing.bars import Bar, bar_of
from yixian.assessment.crossing.facts import HandlerFacts, MatterFacts
from yixian.assessment.crossing.loads import Pair


def reasons_for(
    matter: MatterFacts, pair: Pair, free: Sequence[HandlerFacts], points: Mapping[int, int]
) -> tuple[str, ...]:
    """Why these two. ``points`` are the loads without this matter."""
    return (
        f"{pair.lead.name}、{pair.second.name}都在{pair.lead.township_name}，与被反映一方不在一个乡镇（街道），"
        "没有查到应当回避的亲属、任职关系。",
        _area_words(matter, pair.lead),
        *_skill_words(matter, pair),
        *_known_words(matter, pair),
        _load_words(pair.lead, free, points),
    )


def why_not_first(matter: MatterFacts, pair: Pair, other: Pair, points: Mapping[int, int]) -> str:
    """What the runner-up lacks against the pair proposed; where nothing differs, that it is a toss-up."""
    lead, best = other.lead, pair.lead
    worse = []
    if lead.area != matter.area and best.area == matter.area:
        worse.append("不在同一片区")
    lacking = sorted((matter.skills & best.skills) - lead.skills)
    if lacking:
        worse.append(f"主办人没有登记{'、'.join(lacking)}专长")
    if best.id in matter.previous and lead.id not in matter.previous:
        worse.append("没有办过这一事项")
    more = points[lead.id] - points[best.id]
    if more > 0:
        worse.append(f"主办人本年已办{points[lead.id]}分，多{more}分")
    return f"没有排在首位，是因为{'，'.join(worse)}。" if worse else "总体条件与首选相近，可以替换。"


def why_none(matter: MatterFacts, everyone: Sequence[HandlerFacts]) -> tuple[str, ...]:
    """What stood in the way, by the number of handlers; whoever is left was alone, or found the others full."""
    if not everyone:
        return ("名册里没有可以承办的人员，请先登记各乡镇（街道）的承办人。",)
    bars = [bar_of(matter, each) for each in everyone]
    counted = Counter(bar for bar in bars if bar is not None)
    lines = [f"{counted[bar]}人{bar.value}。" for bar in Bar if counted[bar]]
    left = [each for each, bar in zip(everyone, bars, strict=True) if bar is None]
    if left:
        lines.append(f"其余{len(left)}人所在的乡镇（街道）凑不齐主办、协办两人，或者没有余力。")
    return (*lines, "建议由县（市、区）纪委监委直接办理，或者报上级指定。")


def _area_words(matter: MatterFacts, lead: HandlerFacts) -> str:
    if lead.area == matter.area:
        return "在同一片区，路近，便于往返。"
    return "本片区内没有更合适的人员，从邻近片区提出。"


def _skill_words(matter: MatterFacts, pair: Pair) -> list[str]:
    if not matter.skills:
        return []
    words = []
    for role, each in (("主办", pair.lead), ("协办", pair.second)):
        held = sorted(matter.skills & each.skills)
        if held:
            words.append(f"{role}{each.name}有{'、'.join(held)}专长")
    lacking = sorted(matter.skills - pair.lead.skills - pair.second.skills)
    if lacking:
        words.append(f"两人都没有登记{'、'.join(lacking)}专长，请考虑请人协助")
    return ["；".join(words) + "。"]


def _known_words(matter: MatterFacts, pair: Pair) -> list[str]:
    known = [each.name for each in (pair.lead, pair.second) if each.id in matter.previous]
    return [f"{'、'.join(known)}办过同一事项的来件，情况熟悉。"] if known else []


def _load_words(lead: HandlerFacts, free: Sequence[HandlerFacts], points: Mapping[int, int]) -> str:
    mean = round(sum(points[each.id] for each in free) / len(free))
    gap = points[lead.id] - mean
    compared = f"比可选人员平均少{-gap}分" if gap < 0 else f"比平均多{gap}分" if gap else "与平均持平"
    return f"{lead.name}本年交叉办理{points[lead.id]}分，{compared}；手上{lead.in_hand}件，最多{lead.capacity}件。"
