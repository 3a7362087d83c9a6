"""Reading a page in the session that opened it, without holding anybody up.

A page takes seconds, and SQLite has one writer: opening, reading and keeping are three steps, and nothing is locked
during the second. The engine takes one page at a time; whoever else reads a page waits, whoever else works does not.
"""

from datetime import date

from yixian.protection.officer import Officer
from yixian.reception.actions import read_scan, see_scan_page
from yixian.reception.models import ScanPage
from yixian.toolkit.scans import read_page


def read_and_keep(by: Officer, page: ScanPage, on: date) -> ScanPage:
    content = see_scan_page(by=by, page=page)
    read = read_page(content, upright=page.turned_by_hand)
    return read_scan(by=by, page=page, read=read, on=on)
