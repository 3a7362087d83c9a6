"""What the finder of persons learns from: texts of the pool and the places of all names in them.

own_labels/names.csv holds ids and places (start-end in "subject\\ndetail" as written), no text. `read` texts were
read whole by one reader up to `read_to`; in `reviewed` ones the reader judged what an earlier model proposed at a
chance of 0.12 and above. Names are also swapped for invented ones, so that a frame is learnt and no name.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.reading import corpus
from training.reading.township import Letter, taught
from yixian.language.namesakes import Candidates, candidates
from yixian.language.normalise import fold
from yixian.language.words.names import SURNAMES

OWN = Path(__file__).parent / "own_labels" / "names.csv"
SWAPS = 3
COMMON_SHARE, LONG_SHARE = 0.75, 0.65
_COMMON = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海波斌辉鹏飞宇浩然子轩欣怡佳雪琴琳婷"
    "倩洁莉萍玲燕春雷振东林森江山峰岩石松柏柳青云龙虎凤祥瑞福禄寿喜庆德仁义礼智信忠孝廉光耀宗祖荣富贵才财"
    "宝金银珍珠兴旺盛昌隆发达利民安康健宁淑贤惠慧敬爱慈善良正清大宏广泽润恩友朋新权立本中元一凡成如意思源"
    "学书诗琪瑶璐瑾瑜晨曦晓阳旭升月亮星辰天长生永久恒毅坚钢铁铜翔翼鸿雁鹤鸣冬秋夏菊蓉薇菲苗禾丰收根水火土"
    "木树桃李梨花香美俊彩丹绿蓝紫白银全三四五六九千万少先后来启开泰和顺通会焕炎乾坤岚岭嵘屹凯胜捷传家世代"
)


@dataclass(frozen=True)
class Text:
    """One text as the finder sees it, with the truth for each candidate."""

    id: str
    text: str
    names: frozenset[tuple[int, int]]
    read: bool

    @property
    def words(self) -> set[str]:
        return {self.text[start:end] for start, end in self.names}


@dataclass(frozen=True)
class Judged:
    here: Candidates
    true: NDArray[np.bool_]


def name_texts() -> list[Text]:
    """The texts read whole first, then the reviewed ones, then the taught township letters."""
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = [_text(row) for row in csv.DictReader(file)]
    return sorted(rows, key=lambda row: not row.read) + [_letter(letter) for letter in taught()]


def _text(row: dict[str, str]) -> Text:
    subject, detail = corpus.raw_messages()[row["id"]]
    return Text(
        row["id"],
        fold(f"{subject}\n{detail}")[: int(row["read_to"])],
        frozenset(places(row["names"])),
        row["how"] == "read",
    )


def _letter(letter: Letter) -> Text:
    text = fold("\n".join(letter.text))
    wanted = {target[0] for target in letter.targets if 2 <= len(target[0]) <= 4}
    found = {
        (start, start + len(name))
        for name in wanted
        for start in range(len(text))
        if text.startswith(name, start)
    }
    return Text(f"township {letter.number}", text, frozenset(found), False)


def places(words: str) -> list[tuple[int, int]]:
    """From 3-6 10-12 to [(3, 6), (10, 12)]."""
    pairs = (one.split("-") for one in words.split())
    return [(int(start), int(end)) for start, end in pairs]


def judged(one: Text) -> Judged:
    here = candidates(one.text)
    pairs = zip(here.starts.tolist(), here.ends.tolist(), strict=True)
    return Judged(here, np.array([pair in one.names for pair in pairs], dtype=bool))


def swapped(one: Text, chance: np.random.Generator) -> Text:
    """The same text with every name replaced by an invented one."""
    invented = {word: _invented(chance) for word in sorted(one.words)}
    pieces, found, place, last = [], set(), 0, 0
    for start, end in sorted(one.names):
        name = invented[one.text[start:end]]
        pieces += [one.text[last:start], name]
        place += start - last
        found.add((place, place + len(name)))
        place, last = place + len(name), end
    return Text(one.id, "".join([*pieces, one.text[last:]]), frozenset(found), one.read)


def _invented(chance: np.random.Generator) -> str:
    families = _COMMON if chance.random() < COMMON_SHARE else "".join(sorted(SURNAMES))
    given = chance.integers(len(_GIVEN), size=2 if chance.random() < LONG_SHARE else 1)
    return families[chance.integers(len(families))] + "".join(_GIVEN[place] for place in given)


def name_groups(texts: Sequence[Text]) -> NDArray[np.int64]:
    """Texts that share a name or their beginning belong together, so that no fold is tested on a name it learnt."""
    group = list(range(len(texts)))

    def root(row: int) -> int:
        while group[row] != row:
            row = group[row]
        return row

    first: dict[str, int] = {}
    spread = _spread(texts)
    for row, one in enumerate(texts):
        for key in [*(one.words - spread), "\n" + "".join(one.text.split())[:40]]:
            group[root(row)] = root(first.setdefault(key, row))
    return np.array([root(row) for row in range(len(texts))])


def _spread(texts: Sequence[Text]) -> set[str]:
    """Names in more than ten texts (the mayor that everybody writes to) would join everything."""
    words = [word for one in texts for word in one.words]
    return {word for word in set(words) if words.count(word) > 10}
