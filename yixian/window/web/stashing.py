"""Between a request and the files that wait in its drawer; the same for a report and for a letter of the mailbox."""

from django.db import transaction
from django.http import HttpRequest

from yixian.toolkit.files import FileRefused
from yixian.toolkit.files.kinds import LARGEST
from yixian.window import stash
from yixian.window.drawers import Kind
from yixian.window.forms.files import uploads_in

LIST_BUTTONS = {"remove": stash.remove, "up": stash.move_up, "mark": stash.turn_mark}
NOTHING_CHOSEN = "还没有选文件。请先拍照片或者选文件，再按“传上去”。"


def take_uploads(request: HttpRequest, kind: Kind) -> list[str]:
    """Take in what was chosen, one by one; what was refused comes back as sentences, and the rest is kept."""
    uploads, said = uploads_in(request.FILES), list[str]()
    if request.POST.get("go") == "add" and not uploads:
        return [NOTHING_CHOSEN]
    for each in uploads:
        try:
            if (each.size or 0) > max(LARGEST.values()):
                raise FileRefused(f"“{each.name}”太大了。录音、照片、文档最多20 MB，视频最多50 MB。")
            with transaction.atomic():
                stash.add(request, kind, each.name or "", each.read())
        except FileRefused as refused:
            said.append(refused.message)
    return said


def pressed(request: HttpRequest, kind: Kind) -> bool:
    """Whether the button was one of the list's own: done, and the same page is shown again."""
    deed, _, number = request.POST.get("go", "").partition("-")
    if deed == "add":
        return True
    if deed not in LIST_BUTTONS or not (number.isdecimal() and len(number) < 3):
        return False
    LIST_BUTTONS[deed](request, kind, int(number))
    return True
