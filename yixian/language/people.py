"""Names of persons beside a post, a title or a label: 局长张三, 张三局长, 被举报人:张三.

A two-character name and a three-character one look alike in running text; the text itself decides: the
reading that is repeated elsewhere, or that a mark closes, wins.
"""

import re
from dataclasses import dataclass

from yixian.language.words.names import (
    COMMON_WORDS,
    COMPOUND_SURNAMES,
    NOT_IN_NAMES,
    NOT_NAMES,
    POSTS,
    SURNAMES,
)

_POST = "(?:" + "|".join(map(re.escape, POSTS)) + ")(?!会)"
_HAN = "[一-鿿]"
_FORMER = "(?:原|前|时任|现任|现)?"
_POST_THEN_NAME = re.compile(rf"({_FORMER}(?:{_POST}))[:: ]?(?=({_HAN}{{2,4}}))")
_LABEL = re.compile(
    r"被(?:举报|投诉|控告|检举|反映|告)(?:人|者|对象|单位)?(?:姓名)? ?[::;;]? ?(?=([一-鿿]{2,4}))"
    r"|(?:举报|控告|检举|实名举报)(?=([一-鿿]{2,4}))"
)
_LIST_JOINTS = frozenset("、和,")
_LIST_CLOSERS = frozenset("、和,。;等在以为对将利用滥伙私就是的")
MOST_LISTED = 4
_VEILED = re.compile("某(?:某|[甲乙丙丁戊己庚辛])?")  # 张某, 张某某, 石某甲: the writer covers the given name
_VEILED_BEFORE = re.compile("[一-鿿]某(?:某|[甲乙丙丁戊己庚辛])?\\Z")
# In names after all, where a post stands before and a closing word after.
_LIKELY_GIVEN = frozenset("一三利名权来望有多如平生学分则应复道问间旁再先现上常法长老大同家为事")
_CLOSERS = frozenset(
    "、,。;:和与及等把将在对从让用利去今前昨又也不私擅侵贪挪截套虚以是于自()每的说借为伙0123456789"
)
_BASIC_POST = re.compile("村(?!长)|社区")  # 柳湾|村会计: what stands before is the village
_PLACE_MARKS = frozenset("县市区村镇乡路街社组局所校院厂店")


@dataclass(frozen=True, slots=True)
class Person:
    """A name (perhaps only a surname), the post beside it, and where it stands in the folded text."""

    start: int
    end: int
    name: str
    post: str
    labelled: bool = False  # the text itself says 被举报人, or 举报 stands straight before


def people(text: str) -> list[Person]:
    """In order of place; one for each place, not yet one for each person."""
    found = [*_after_posts(text), *_before_posts(text), *_after_labels(text)]
    found += [mate for person in found for mate in _listed_after(text, person)]
    return sorted(found, key=lambda person: (person.start, -person.end))


def _listed_after(text: str, person: Person) -> list[Person]:
    """张三、李四和王五: the names that follow one in a list."""
    mates: list[Person] = []
    end = person.end
    while len(mates) < MOST_LISTED and text[end : end + 1] in _LIST_JOINTS:
        name = name_at(text, end + 1)
        closer = text[end + 1 + len(name) : end + 2 + len(name)]
        if len(name) < 2 or (closer not in _LIST_CLOSERS and text[end] != "、"):
            break
        mates.append(Person(end + 1, end + 1 + len(name), name, "", person.labelled))
        end += 1 + len(name)
    return mates


def _after_posts(text: str) -> list[Person]:
    hits = (
        (match, _closed_name(text, match.start(2)) or name_at(text, match.start(2)))
        for match in _POST_THEN_NAME.finditer(text)
    )
    return [
        Person(match.start(2), match.start(2) + len(name), name, match.group(1))
        for match, name in hits
        if name
    ]


def _before_posts(text: str) -> list[Person]:
    found = []
    for match in re.finditer(_POST, text):
        name = "" if _BASIC_POST.match(match.group()) else name_before(text, match.start())
        if name:
            found.append(Person(match.start() - len(name), match.start(), name, match.group()))
    return found


def _after_labels(text: str) -> list[Person]:
    found = []
    for match in _LABEL.finditer(text):
        start = match.start(1) if match.group(1) else match.start(2)
        name = name_at(text, start)
        if name and text[start + len(name) : start + len(name) + 1] not in _PLACE_MARKS:
            found.append(Person(start, start + len(name), name, "", labelled=True))
    return found


def name_at(text: str, start: int) -> str:
    """The name that begins here, or nothing."""
    surname = _surname(text[start : start + 2])
    if not surname:
        return ""
    veiled = _VEILED.match(text, start + len(surname))
    if veiled is not None:
        return text[start : veiled.end()]
    return _best(text, [text[start : start + len(surname) + given] for given in (2, 1)])


def _closed_name(text: str, start: int) -> str:
    """所长江一帆把…: three characters after a post that a closing mark or word ends, 一 and the like among them."""
    name, closer = text[start : start + 3], text[start + 3 : start + 4]
    if not _surname(name[:2]) or len(name) < 3 or (closer and closer not in _CLOSERS):
        return ""
    if any(name[place : place + 2] in NOT_NAMES for place in (0, 1)) or "\n" in name:
        return ""
    likely = all(
        "一" <= mark <= "鿿" and (mark in _LIKELY_GIVEN or mark not in NOT_IN_NAMES) for mark in name[1:]
    )
    return name if likely and text.count(name[:2]) == text.count(name) else ""


def name_before(text: str, end: int) -> str:
    """The name that ends here, or nothing: 张三丰局长, 张三局长, 张某局长."""
    veiled = _VEILED_BEFORE.search(text, max(0, end - 4), end)
    if veiled is not None and _surname(veiled.group()[:2]):
        return veiled.group()
    fit = [name for name in (text[max(0, end - length) : end] for length in (3, 2)) if _is_name(text, name)]
    if len(fit) == 2 and text.count(fit[0]) == 1 and text.count(fit[1]) > 1:
        return fit[1]
    return fit[0] if fit else ""


def _is_name(text: str, name: str) -> bool:
    surname = _surname(name[:2])
    if not surname or not _given(name[len(surname) :]):
        return False
    if any(name[place : place + 2] in NOT_NAMES for place in range(len(name) - 1)):
        return False
    return surname not in COMMON_WORDS or text.count(name) > 1


def _surname(two: str) -> str:
    if two in COMPOUND_SURNAMES:
        return two
    return two[:1] if two[:1] in SURNAMES else ""


def _given(given: str) -> bool:
    return 1 <= len(given) <= 2 and all("一" <= mark <= "鿿" and mark not in NOT_IN_NAMES for mark in given)


def _best(text: str, names: list[str]) -> str:
    """Longest first; the shorter wins only if it is repeated where the longer is not."""
    fit = [name for name in dict.fromkeys(names) if _is_name(text, name)]
    if len(fit) < 2:
        return fit[0] if fit else ""
    longer, shorter = fit
    if text.count(longer) == 1 and text.count(shorter) > 1:
        return shorter
    return longer
