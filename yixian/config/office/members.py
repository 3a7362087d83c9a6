"""The first people as an office writes them: 登录名:姓名:角色、角色, with the organ's code before a stroke."""

import re
from dataclasses import dataclass

from yixian.roster.enums import Role
from yixian.trail.refusal import Refusal

SHAPE = "机构代码/登录名:姓名:角色+角色，例如 zhang.san:张三:纪委书记+承办人"
USERNAME = re.compile(r"[a-z][a-z0-9_.-]{1,29}")


class Unreadable(Refusal):
    """What was typed names no person, or a role that there is not."""

    key = "unreadable"


@dataclass(frozen=True, slots=True)
class Member:
    """``organ`` is a code; empty where only one organ is set up."""

    username: str
    name: str
    roles: tuple[Role, ...]
    organ: str = ""


def read_member(text: str) -> Member:
    """One person; full-width signs will do."""
    organ, _, rest = text.translate(str.maketrans("：／", ":/")).rpartition("/")
    parts = [part.strip() for part in rest.split(":")]
    if len(parts) != 3 or not parts[1]:
        raise Unreadable(f"“{text}”看不懂，应写作：{SHAPE}。")
    if not USERNAME.fullmatch(parts[0]):
        raise Unreadable(f"登录名“{parts[0]}”应为2到30个字符，以小写字母开头，只含小写字母、数字和._-。")
    return Member(parts[0], parts[1], read_roles(parts[2]), organ.strip())


def read_roles(text: str) -> tuple[Role, ...]:
    """Roles by their Chinese names, in any of the usual separations."""
    words = [word for word in re.split(r"[+＋、,，\s]+", text) if word]
    known = {role.label: role for role in Role}
    if not words or any(word not in known for word in words):
        raise Unreadable(f"“{text}”中有不认识的角色。可用的角色：{'、'.join(known)}。")
    return tuple(dict.fromkeys(known[word] for word in words))
