"""What is still to be asked while somebody talks: ticked as the text grows, from the text alone.

Nothing is stored and no earlier report is looked at, so this may be asked every second.
"""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.desk.looking import SHORTEST
from yixian.language.reading import read

ASKS = (
    ("who", "何人", "反映的是谁？姓名、职务、单位"),
    ("what", "何事", "做了什么？经过怎样？"),
    ("when", "何时", "什么时候的事？"),
    ("where", "何地", "在什么地方？"),
    ("evidence", "证据", "有没有单据、照片、录音、知情的人？"),
)


@dataclass(frozen=True, slots=True)
class Tick:
    label: str
    ask: str
    said: bool


def ticks_of(account: str) -> list[Tick]:
    """Too little to read is nothing said yet."""
    reading = read("", account) if len(account.strip()) >= SHORTEST else None
    return [Tick(label, ask, bool(reading and getattr(reading, name))) for name, label, ask in ASKS]


def show_ticks(request: HttpRequest) -> HttpResponse:
    ticks = ticks_of(request.POST.get("account", ""))
    return render(request, "desk/entry/ticks.html", {"ticks": ticks})
