"""What 青禾镇纪委 set up for itself: where it is found, and its own sentences in the two-sided promise."""

import io
from datetime import date

import docx

from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.reception.actions import take_paper_template
from yixian.reception.enums import PaperKind
from yixian.reception.queries import template_to_edit
from yixian.roster.actions import ContactFacts, keep_contact

DAYS_AGO = 350
STANDARD, OWN = "不推诿、不敷衍；", "不推诿、不敷衍；每件都有人管，进门有座、说话有人记；"


def office(cast: Cast, today: date) -> Scene:
    """The chief does both in one sitting, before the first report of the year."""
    day = yield after(today, -DAYS_AGO)
    chief, organ = cast["shuji"], cast.town.township
    facts = ContactFacts(
        short_name=organ.short_name,
        address="青禾镇人民政府一楼接访室",
        window_url="https://jubao.qinghe.example.cn/",
    )
    keep_contact(by=chief, organ=organ, facts=facts)
    content = _reworded(template_to_edit(organ.pk, PaperKind.PROMISE, 0) or b"")
    take_paper_template(by=chief, kind=PaperKind.PROMISE, content=content, on=day)


def _reworded(template: bytes) -> bytes:
    document = docx.Document(io.BytesIO(template))
    for run in (run for line in document.paragraphs for run in line.runs):
        run.text = run.text.replace(STANDARD, OWN)
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
