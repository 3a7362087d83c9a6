"""The process that draws: a PDF on standard input, JPEGs on standard output, each after its length.

``python -m yixian.toolkit.drawing.child '{"draw": …}'``. ``null`` counts the pages, a list or ``"all"`` draws them.
"""

import json
import resource
import sys
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pypdfium2

from yixian.toolkit.drawing import LENGTH, TOO_MANY, UNREADABLE

MEMORY = 3 * 2**30
"""Of address space: some hundred MB are PDFium's and Python's own."""
POINTS_AN_INCH = 72


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    asked: dict[str, Any] = json.loads(sys.argv[1])
    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
        count = len(document)
        if asked["draw"] is None:
            sys.stdout.write(str(count))
            return 0
        if not 1 <= count <= asked["most"]:
            return TOO_MANY
        pages: Iterable[int] = range(1, count + 1) if asked["draw"] == "all" else asked["draw"]
        for number in pages:
            picture = _drawn(document[number - 1], asked)
            sys.stdout.buffer.write(len(picture).to_bytes(LENGTH, "big") + picture)
    except (pypdfium2.PdfiumError, IndexError):
        return UNREADABLE
    return 0


def _drawn(page: "pypdfium2.PdfPage", asked: dict[str, Any]) -> bytes:
    longest = max(page.get_size()) or 1
    scale = min(asked["dots"] / POINTS_AN_INCH, asked["longest"] / longest)
    written = BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(written, "JPEG", quality=asked["quality"])
    page.close()
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
