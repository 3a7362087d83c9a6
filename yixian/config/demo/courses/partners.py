"""加封文件: an office of the next county, on an installation of its own, and one letter that went to it by a file.

Nobody sits over there: the keys of its card are made up and thrown away, so no receipt ever comes, and 今日 asks for
it.
"""

import secrets
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.actions import ClassFacts, TransferFacts, classify_report, export_parcel, transfer_out
from yixian.assessment.enums import TransferKind
from yixian.assessment.queries import suggestion
from yixian.config.demo.cast import Cast
from yixian.config.demo.schedule import Scene, after
from yixian.protection.actions import Card, confirm_partner, introduce_partner, make_code
from yixian.protection.enums import PartnerRelation
from yixian.reception.actions import ReportedFacts, ReportFacts, register_letter
from yixian.reception.enums import CadreCategory, Signing
from yixian.regulations.classes import ReportClass
from yixian.regulations.issues import VillageIssue

if TYPE_CHECKING:
    from yixian.protection.models import Partner

NAME, DAYS_AGO = "石桥县东溪镇纪委", 19
TITLE = "反映东溪镇水管站在交界渠道清淤中多报工时"
ACCOUNT = (
    "两县交界的引水渠今年春天清淤，东溪镇水管站报了十二天的工，实际只干了六天。我们这边的人天天从渠边过，都看得见。"
    "站长冯渠平签的字。渠是两边共用的，钱是从两边收的。"
)


def partners(cast: Cast, today: date) -> Iterator[Scene]:
    yield _handed_over(cast, after(today, -DAYS_AGO))


def _handed_over(cast: Cast, day: date) -> Scene:
    day = yield day
    partner = _introduced(cast, day)
    day = yield after(day, 1)
    facts = ReportFacts(
        title=TITLE,
        account=ACCOUNT,
        received_on=day,
        reported=(
            ReportedFacts(name="冯渠平", post="站长", unit="东溪镇水管站", category=CadreCategory.TOWN_CADRE),
        ),
        signing=Signing.ANONYMOUS,
    )
    report = register_letter(by=cast["jiefang1"], facts=facts, code=make_code(), on=day).report
    classify_report(
        by=cast["jiefang1"],
        report=report,
        facts=ClassFacts(report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.COLLECTIVE_ASSETS),
        on=day,
        suggested=suggestion(title=TITLE, account=ACCOUNT),
    )
    day = yield after(day, 2)
    told = TransferFacts(
        kind=TransferKind.HAND_OVER,
        summary="反映你镇有关单位虚报渠道清淤的用工天数。",
        reason="被反映人由你机关管理，按照管理权限移送。",
        to_partner_id=partner.pk,
    )
    transfer = transfer_out(by=cast["shuji"], report=report, facts=told, on=day)
    export_parcel(by=cast["shuji"], transfer=transfer, on=day)


def _introduced(cast: Cast, on: date) -> "Partner":
    card = Card(NAME, *(secrets.token_bytes(32) for _ in range(3)))
    chief = cast["shuji"]
    made = introduce_partner(by=chief, file=card.as_file(), relation=PartnerRelation.BESIDE, on=on)
    heard = "按县总机转接，与东溪镇纪委值班室核对"
    return confirm_partner(by=chief, partner=made, read_out=card.fingerprint, heard=heard, on=on)
