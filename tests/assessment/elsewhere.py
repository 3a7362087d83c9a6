"""岭下镇 of another installation, as the office of 云溪县 knows it by its card: two databases' worth in one, joined by
files alone. (``tests/stories/test_two_installations.py`` does it with two databases.)
"""

from dataclasses import dataclass

from tests.reception.township import MONDAY, PHRASE, REPORTER, TUESDAY, Township, a_letter, found_township
from yixian.assessment.actions import (
    TransferFacts,
    export_parcel,
    export_receipt,
    import_parcel,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.assessment.models import Arrival, Transfer
from yixian.protection.actions import (
    Founder,
    confirm_partner,
    found_office,
    introduce_partner,
    make_partner_card,
    open_sitting,
)
from yixian.protection.enums import PartnerRelation
from yixian.protection.models import Partner
from yixian.protection.officer import SYSTEM, Officer
from yixian.roster.actions import StaffFacts, add_staff
from yixian.roster.enums import OrganLevel, Role
from yixian.roster.models import Organ

PEOPLE = {
    "far_clerk": ("岭接访", (Role.CLERK,)),
    "far_handler": ("岭承办", (Role.HANDLER,)),
    "far_chief": ("岭书记", (Role.CHIEF,)),
    "far_custodian": ("岭保管", (Role.CUSTODIAN,)),
    "far_admin": ("岭管理", (Role.ADMIN,)),
}
HEARD = "与对方办公室核对，电话0000-1234567"
WHY = "按管理权限不归本镇办理。"


@dataclass
class Elsewhere:
    """``away["far_clerk"]`` is an officer over there; ``away.town`` is our own side."""

    town: Township
    organ: Organ
    officers: dict[str, Officer]
    there: Partner
    here: Partner

    def __getitem__(self, who: str) -> Officer:
        if who not in PEOPLE:
            return self.town[who]
        if who not in self.officers:
            self.officers[who] = open_sitting(username=f"lingxia.{who}", passphrase=PHRASE + who)
        return self.officers[who]


def found_elsewhere() -> Elsewhere:
    town = found_township()
    county = Organ.objects.create(
        code="far", name="他县纪委监委", short_name="他纪信", level=OrganLevel.COUNTY
    )
    organ = Organ.objects.create(
        code="lingxia", name="岭下镇纪委", short_name="岭纪信", level=OrganLevel.TOWNSHIP, parent=county
    )
    founders = [
        Founder(
            add_staff(by=SYSTEM, facts=StaffFacts(username=f"lingxia.{who}", name=name, organ=organ)),
            roles,
            PHRASE + who,
        )
        for who, (name, roles) in PEOPLE.items()
    ]
    found_office(by=SYSTEM, organ_id=organ.pk, founders=founders, on=MONDAY)
    far = open_sitting(username="lingxia.far_chief", passphrase=PHRASE + "far_chief")
    near = town["county_chief"]
    there = introduced(near, far, PartnerRelation.BELOW)
    here = introduced(far, near, PartnerRelation.ABOVE)
    town.officers.clear()
    return Elsewhere(town, organ, {}, there, here)


def introduced(by: Officer, other: Officer, relation: PartnerRelation) -> Partner:
    card = make_partner_card(by=other)
    made = introduce_partner(by=by, file=card.as_file(), relation=relation, on=MONDAY)
    return confirm_partner(by=by, partner=made, read_out=card.fingerprint, heard=HEARD, on=MONDAY)


def sent(away: Elsewhere, kind: TransferKind = TransferKind.ASSIGN, letter=None, **facts) -> Transfer:
    """A letter of the county, on its way to 岭下镇; not exported yet."""
    report = (letter or a_letter(away.town, who="county_clerk")).report
    told = TransferFacts(
        kind=kind, summary="村级低保发放", reason="由属地核实", to_partner_id=away.there.pk, **facts
    )
    return transfer_out(by=away["county_chief"], report=report, facts=told, on=TUESDAY)


def arrived(away: Elsewhere, transfer: Transfer, by: str = "county_chief") -> Arrival:
    """Exported here and taken in there."""
    file = export_parcel(by=away[by], transfer=transfer, on=TUESDAY)
    import_parcel(by=away["far_clerk"], file=file.content, on=TUESDAY)
    return Arrival.objects.get(sent_as=transfer.uid)


def told_back(away: Elsewhere, arrival: Arrival, on=TUESDAY) -> Transfer:
    """The receipt exported there and taken in here."""
    file = export_receipt(by=away["far_clerk"], arrival=arrival, on=on)
    import_parcel(by=away["county_chief"], file=file.content, on=on)
    return Transfer.objects.get(uid=arrival.sent_as)


__all__ = ["REPORTER", "Elsewhere", "arrived", "found_elsewhere", "introduced", "sent", "told_back"]
