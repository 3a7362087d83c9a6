"""An office-holder and a misconduct in one sentence: what makes a short letter an accusation.

The same office-holder stands in a livelihood letter as the one who was asked, came, or helped; the same
misconduct stands in a private quarrel without any office-holder. Only both together charge.
"""

import re

from yixian.language.words.misconduct import MISCONDUCT, OFFICE

NAMES = (
    "官职与违纪同句",
    "官职与违纪句占比",
    "主题官职与违纪",
    "题头举报反映",
    "干部被找",
    "干部帮忙",
    "只有私人",
)
MISDEEDS = re.compile("|".join(MISCONDUCT.values()))
OFFICES = re.compile(OFFICE)
_SENTENCE = re.compile(r"[^。!?;\n]+")
_OPENER = re.compile(r"^\W*(?:实名|联名|匿名)?(?:举报|反映|控告|检举|揭发)")
_ASKED = re.compile(rf"(?:找|问|跟|向|给|和|请)[^,。;\n]{{0,6}}(?:{OFFICE})")
_HELPED = re.compile(
    rf"(?:{OFFICE})[^。;\n]{{0,12}}(?:来过|调解|来?劝|联系|帮(?!着藏)|说过|打过报告|汇报|报上去|谈过|好人|来看|让我|感谢|讲过|查了)"
    r"|感谢|表扬"
)
_PRIVATE = re.compile(
    r"邻居|老板|包工头|店主|公司|厂里|厂家|丈夫|老公|兄弟|儿子|前夫|同村|隔壁|贩子|中介|借(?:给|了|钱)|欠条|彩礼|离婚"
)


def charging(subject: str, detail: str) -> list[float]:
    """One number for each of NAMES, from normalised text."""
    text = f"{subject}\n{detail}"
    sentences = [found.group() for found in _SENTENCE.finditer(text)]
    charged = [one for one in sentences if MISDEEDS.search(one)]
    both = sum(OFFICES.search(one) is not None for one in charged)
    held = OFFICES.search(text) is not None
    return [
        min(both, 4) / 2,
        both / max(len(sentences), 1),
        float(MISDEEDS.search(subject) is not None and OFFICES.search(subject) is not None),
        float(_OPENER.search(subject) is not None or _OPENER.search(detail) is not None),
        float(_ASKED.search(text) is not None),
        float(_HELPED.search(text) is not None),
        float(not held and _PRIVATE.search(text) is not None),
    ]
