"""Files that wait in a drawer until they are sent: cleaned on arrival, locked under the cookie's secret, bounded.

What a phone called a file may tell whose phone it was: that name is shown while the file waits and is not sent.
What is sent is called by its place and kind. Nothing that was handed in is ever given out by the window again.
"""

import json
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import OperationalError, transaction
from django.db.models import Sum
from django.http import HttpRequest
from django.utils import timezone

from yixian.protection.actions import DrawerKey, lock_in_drawer, unlock_from_drawer
from yixian.reception.actions import ShowsWho
from yixian.toolkit.files import EVIDENCE, CleanFile, FileKind, FileRefused
from yixian.toolkit.files import take_in as cleaned
from yixian.window import drawers
from yixian.window.models import Drawer, DrawerFile

if TYPE_CHECKING:
    from django.db.models import QuerySet

MEGABYTE = 1024 * 1024
MOST = 10
"""Files that one report, or one letter, brings along."""
MOST_BYTES = 60 * MEGABYTE
"""What they may weigh together."""
MOST_OF_ALL = 1024 * MEGABYTE
"""What all that wait may weigh together: strangers can fill this much of the disk, and no more."""
LEAST_FREE = 512 * MEGABYTE
"""What must stay free on the disk: the office's own work goes on."""
TRIES = 60
"""How often one drawer takes a file, removed ones and all: cleaning a file costs work."""
ELSEWHERE = "您写的都还在。材料可以先不传：提交以后，用查询码再补交，也可以送到接访室。"


@dataclass(frozen=True, slots=True)
class Stashed:
    """A file as the person sees it before sending."""

    number: int
    name: str
    kind: FileKind
    size: int
    shows_who: bool = False


def stashed(request: HttpRequest, kind: drawers.Kind) -> list[Stashed]:
    """What waits in this browser's drawer, in order; contents stay locked."""
    key = drawers.key_of(request, kind)
    if key is None:
        return []
    rows = _rows(key).defer("content")
    return [_shown(key, number, row) for number, row in enumerate(rows, start=1)]


def add(request: HttpRequest, kind: drawers.Kind, name: str, content: bytes) -> None:
    """Clean one file and lock it behind the others, or refuse it with a sentence (``FileRefused``)."""
    key = drawers.key_of(request, kind)
    drawer = Drawer.objects.filter(mark=key.mark).first() if key else None
    if key is None or drawer is None:
        raise FileRefused("暂存已经清除，请重新开始。")
    _check_count(drawer)
    clean = cleaned(name, content, EVIDENCE)
    _check_room(drawer, clean)
    try:
        with transaction.atomic():
            _put(key, drawer, clean)
    except OperationalError as full:  # the disk filled up in this very moment; nothing else was lost
        raise FileRefused(f"“{clean.name}”没有存下，机器的空间不够了。{ELSEWHERE}") from full


def remove(request: HttpRequest, kind: drawers.Kind, number: int) -> None:
    """Destroy the file of this number, counted from 1; a number of none changes nothing."""
    key = drawers.key_of(request, kind)
    rows = list(_rows(key).values_list("pk", flat=True)) if key else []
    DrawerFile.objects.filter(pk__in=rows[number - 1 : number] if number > 0 else []).delete()


def turn_mark(request: HttpRequest, kind: drawers.Kind, number: int) -> None:
    """Say of a file that it shows who reports, or take that back. It is kept inside the lock, beside the name."""
    key = drawers.key_of(request, kind)
    rows = list(_rows(key).defer("content")) if key else []
    if key is None or not 1 <= number <= len(rows):
        return
    shown = _shown(key, number, rows[number - 1])
    label = _label(key, shown.name, shown.kind, shows_who=not shown.shows_who)
    DrawerFile.objects.filter(pk=rows[number - 1].pk).update(label=label)


def move_up(request: HttpRequest, kind: drawers.Kind, number: int) -> None:
    """Exchange places with the one before."""
    key = drawers.key_of(request, kind)
    rows = list(_rows(key).defer("content", "label")) if key else []
    if not 2 <= number <= len(rows):
        return
    one, other = rows[number - 2], rows[number - 1]
    places = one.position, other.position
    with transaction.atomic():
        _place(one, 0)
        _place(other, places[0])
        _place(one, places[1])


def to_send(request: HttpRequest, kind: drawers.Kind) -> list[CleanFile]:
    """All of them, unlocked for the moment of sealing, under names that say nothing of a phone."""
    key = drawers.key_of(request, kind)
    if key is None:
        return []
    return [_unlocked(key, number, row) for number, row in enumerate(_rows(key), start=1)]


def empty(request: HttpRequest, kind: drawers.Kind) -> None:
    """Destroy them all: they are sent, or given up."""
    key = drawers.key_of(request, kind)
    if key is not None:
        _rows(key).delete()


def _rows(key: DrawerKey) -> "QuerySet[DrawerFile]":
    return DrawerFile.objects.filter(drawer__mark=key.mark).order_by("position")


def _place(row: DrawerFile, position: int) -> None:
    DrawerFile.objects.filter(pk=row.pk).update(position=position)


def _put(key: DrawerKey, drawer: Drawer, clean: CleanFile) -> None:
    position = drawer.tries + 1
    Drawer.objects.filter(pk=drawer.pk).update(tries=position, in_use=True)
    DrawerFile.objects.create(
        drawer=drawer,
        position=position,
        size=len(clean.content),
        label=_label(key, clean.name, clean.kind),
        content=lock_in_drawer(key=key, place=CONTENT, content=clean.content),
    )


LABEL, CONTENT = "label", "content"


def _label(key: DrawerKey, name: str, kind: FileKind, *, shows_who: bool = False) -> bytes:
    told = {"name": name, "kind": kind.name, "shows_who": shows_who}
    return lock_in_drawer(key=key, place=LABEL, content=json.dumps(told, ensure_ascii=False).encode())


def _shown(key: DrawerKey, number: int, row: DrawerFile) -> Stashed:
    told = json.loads(unlock_from_drawer(key=key, place=LABEL, row=bytes(row.label)))
    return Stashed(number, told["name"], FileKind[told["kind"]], row.size, told.get("shows_who", False))


def _unlocked(key: DrawerKey, number: int, row: DrawerFile) -> CleanFile:
    shown = _shown(key, number, row)
    content = unlock_from_drawer(key=key, place=CONTENT, row=bytes(row.content))
    sent = ShowsWho if shown.shows_who else CleanFile
    return sent(shown.kind, neutral_name(number, shown.kind), content)


def neutral_name(number: int, kind: FileKind) -> str:
    """材料1（照片）.jpg: what a phone calls a picture can tell the day, the phone and the person."""
    return f"材料{number}（{kind.label}）.{kind.ending}"


def _check_count(drawer: Drawer) -> None:
    if drawer.files.count() >= MOST:
        raise FileRefused(f"一次最多交 {MOST} 份。{ELSEWHERE}")
    if drawer.tries >= TRIES:
        raise FileRefused(f"传的次数太多了。{ELSEWHERE}")


def _check_room(drawer: Drawer, clean: CleanFile) -> None:
    here, size = _weight(drawer.files.all()), len(clean.content)
    if here + size > MOST_BYTES:
        raise FileRefused(f"“{clean.name}”放不下了：几份加起来最多 {MOST_BYTES // MEGABYTE} MB。{ELSEWHERE}")
    Drawer.objects.filter(until__lte=timezone.now()).delete()
    free = shutil.disk_usage(settings.HOME).free
    if _weight(DrawerFile.objects.all()) + size > MOST_OF_ALL or free - size < LEAST_FREE:
        raise FileRefused(f"现在存不下“{clean.name}”。{ELSEWHERE}")


def _weight(files: "QuerySet[DrawerFile]") -> int:
    return int(files.aggregate(weight=Sum("size"))["weight"] or 0)
