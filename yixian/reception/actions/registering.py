"""Registering what a member of staff has in hand: letter, visit, call, box item, and anything else."""

from datetime import date

from yixian.protection.actions import NewCode, require
from yixian.protection.officer import Officer
from yixian.reception.covers import with_cover
from yixian.reception.enums import Signing
from yixian.reception.facts import ReportFacts
from yixian.reception.models import BoxOpening
from yixian.reception.registration import Registered, register
from yixian.reception.spoken import VisitFacts
from yixian.reception.visit_keeping import keep_visit
from yixian.regulations.accusation_rules import is_real_name
from yixian.regulations.petition_regulations import may_receive_representatives
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class TooManyRepresentatives(Refusal):
    """More people want to be heard than the regulations allow; the rest are counted, not listed."""

    key = "too_many_representatives"


class SigningDoesNotFit(Refusal):
    """Named but called anonymous, or called real-name without a name and a contact."""

    key = "signing_does_not_fit"


class BoxNotConfirmed(Refusal):
    """The second opener has not said that the box was opened together."""

    key = "box_not_confirmed"


class BoxIsEmpty(Refusal):
    """As many items are registered as were counted when the box was opened."""

    key = "box_is_empty"


@leaves_trail("reception.register_letter")
def register_letter(*, by: Officer, facts: ReportFacts, code: NewCode, on: date) -> Registered:
    require(by, "reception.register_letter")
    _check_signing(facts)
    return register(by, facts, code, "reception.register_letter", on)


@leaves_trail("reception.register_visit")
def register_visit(
    *, by: Officer, facts: ReportFacts, code: NewCode, on: date, visit: VisitFacts | None = None
) -> Registered:
    """At most the representatives that the regulations allow are heard and named; the rest are counted."""
    require(by, "reception.register_visit")
    beside = visit or VisitFacts()
    beside.check()
    _check_signing(facts)
    heard = may_receive_representatives(len(facts.reporters))
    if not heard:
        raise TooManyRepresentatives(f"{heard.sentence()}。其余来访人请计入人数，不逐一登记。")
    if facts.people_count < max(len(facts.reporters), 1):
        raise TooManyRepresentatives("来访人数不得少于代表人数，请核对。")
    heard_now = max(len(facts.reporters), 1)
    registered = register(by, facts, code, "reception.register_visit", on, representatives=heard_now)
    keep_visit(by, registered.report, beside, on)
    return registered


@leaves_trail("reception.register_call")
def register_call(*, by: Officer, facts: ReportFacts, code: NewCode, on: date) -> Registered:
    require(by, "reception.register_call")
    _check_signing(facts)
    return register(by, facts, code, "reception.register_call", on)


@leaves_trail("reception.register_other")
def register_other(*, by: Officer, facts: ReportFacts, code: NewCode, on: date) -> Registered:
    require(by, "reception.register_other")
    _check_signing(facts)
    return register(by, facts, code, "reception.register_other", on)


@leaves_trail("reception.register_box_item")
def register_box_item(
    *, by: Officer, opening: BoxOpening, facts: ReportFacts, code: NewCode, on: date
) -> Registered:
    """One item out of a box that two people opened; never more items than they counted."""
    require(by, "reception.register_box_item", opening)
    _check_signing(facts)
    if opening.confirmed_on is None:
        raise BoxNotConfirmed("开箱应当两人在场，请先由见证人在本人账号中确认开箱记录，再登记箱内来件。")
    counted = BoxOpening.objects.select_for_update().get(pk=opening.pk)
    if counted.reports.count() >= counted.items:
        raise BoxIsEmpty(f"开箱记录载明箱内共{counted.items}件，已全部登记，请核对件数。")
    return register(by, facts, code, "reception.register_box_item", on, box_opening=opening)


def _check_signing(facts: ReportFacts) -> None:
    """A signature is what the rules say it is: named with a contact and verified, or anonymous."""
    facts = with_cover(facts)
    named = any(each.name.strip() for each in facts.reporters)
    contact = any(each.phone.strip() or each.address.strip() for each in facts.reporters)
    if facts.signing == Signing.ANONYMOUS and facts.reporters:
        raise SigningDoesNotFit("匿名来件不登记举报人身份；来件署名的，请选择“实名”或者“署名待核实”。")
    if facts.signing != Signing.ANONYMOUS and not named:
        raise SigningDoesNotFit("没有填写举报人姓名。来件署名的，请补填举报人；没有署名的，署名请选“匿名”。")
    real = is_real_name(name_or_unit_given=named, contact_given=contact, verified=True)
    if facts.signing == Signing.REAL_NAME and not real:
        raise SigningDoesNotFit(
            "实名应当有姓名（单位名称）和可查证的联系方式；请补充，或者选择“署名待核实”。"
        )
