"""双方承诺书 once it is on paper: that both sides signed it."""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.models import Promise
from yixian.reception.refusals import TooEarly
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal


class AlreadySigned(Refusal):
    """The signing is on record."""

    key = "already_signed"


@leaves_trail("reception.sign_promise")
def sign_promise(*, by: Officer, promise: Promise, signed_on: date, on: date) -> Promise:
    """Note the day on which both sides signed. The term runs from the day on which it was made, as before."""
    require(by, "reception.sign_promise", promise.report)
    locked = Promise.objects.select_for_update().get(pk=promise.pk)
    if locked.signed_on is not None:
        raise AlreadySigned("双方承诺书的签名已经登记。")
    if not locked.made_on <= signed_on <= on:
        raise TooEarly("签名日期应当在写成承诺书以后、今天以前，请核对。")
    locked.signed_on = signed_on
    locked.save(update_fields=["signed_on"])
    return locked
