"""How the public reaches an office, and the stem of its document numbers: kept by the office itself."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from yixian.roster.access import Keeper, may_tell_contact
from yixian.roster.keeping import NotFit, NotKeeper, kept
from yixian.roster.models import Organ
from yixian.trail.actions import leaves_trail


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactFacts:
    """``short_name`` stands in the numbers of papers from now on; earlier papers keep theirs."""

    short_name: str
    address: str = ""
    window_url: str = ""


@leaves_trail("roster.keep_contact")
def keep_contact(*, by: Keeper, organ: Organ, facts: ContactFacts) -> Organ:
    """Set what is printed on papers and posters and shown at the window."""
    if not may_tell_contact(by, organ):
        raise NotKeeper("本机关的地址、网址和文号简称由本机关的纪委书记或者管理员维护。")
    _check(facts)
    organ.short_name, organ.address = facts.short_name.strip(), facts.address.strip()
    organ.window_url = facts.window_url.strip()
    return kept(organ)


def _check(facts: ContactFacts) -> None:
    if any(sign in facts.short_name for sign in "〔〕[]()（）号") or any(
        each.isdigit() for each in facts.short_name
    ):
        raise NotFit("文号简称只写字头，例如“青纪信”，不写年份、括号和“号”字。")
    if facts.window_url.strip() and not _is_address(facts.window_url.strip()):
        raise NotFit(
            "举报窗口网址请写完整，以“https://”开头，例如“https://jubao.example.cn/”，中间没有空格。"
        )


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"\s", text)
