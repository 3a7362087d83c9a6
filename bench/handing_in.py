"""Reports with files, handed in by the action itself in a process of its own, until it is killed.

It prints each report's code, number and files once the action has returned: from then on it is acknowledged.
"""

import sys
import time
from datetime import date
from itertools import count

import django

from bench.reporters import TITLE, account, file_of

PAUSE = 0.05
"""Seconds between two: the window's reporters are to be in the middle of things too."""


def main() -> None:
    django.setup()
    from yixian.protection.actions import make_code
    from yixian.protection.officer import PUBLIC
    from yixian.reception.actions import WebSubmission, submit_web_report
    from yixian.roster.queries import organ_by_code
    from yixian.toolkit.files import CleanFile, FileKind

    organ = organ_by_code("QH")
    assert organ is not None
    for number in count(int(sys.argv[1])):
        files = [CleanFile(FileKind.TEXT, f"单据{place}.txt", file_of(number)) for place in range(1, 4)]
        submitted = submit_web_report(
            by=PUBLIC,
            organ_id=organ.pk,
            submission=WebSubmission(title=TITLE, account=account(number)),
            on=date.today(),
            code=make_code(),
            files=files,
        )
        print(submitted.code.replace(" ", ""), number, len(files), flush=True)
        time.sleep(PAUSE)


if __name__ == "__main__":
    main()
