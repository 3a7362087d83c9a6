"""The pages in what was uploaded. Drawing them takes a while, so it is done before anything is locked."""

from collections.abc import Iterable

from yixian.toolkit.files import CleanFile
from yixian.toolkit.scans import MOST_PAGES, NotReadable, pages_of
from yixian.trail.refusal import Refusal


class NoPages(Refusal):
    """Nothing in the file is a page."""

    key = "no_pages"


def pictures_of(files: Iterable[CleanFile]) -> list[bytes]:
    """One JPEG a page, in the order of the files."""
    return [page for each in files for page in _pages(each)]


def _pages(given: CleanFile) -> list[bytes]:
    try:
        return [page.content for page in pages_of(given.content)]
    except NotReadable as error:
        raise NoPages(
            f"“{given.name}”读不出页面，或者超过{MOST_PAGES}页。请重新扫描，或者分几次上传。"
        ) from error
