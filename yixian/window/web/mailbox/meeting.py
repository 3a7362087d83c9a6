"""约访 in the mailbox: come, another day, or not; with no reason asked and nothing that follows."""

from yixian.reception.actions import Invitation, Mailbox, Said, answer_appointment
from yixian.reception.enums import AppointmentState, HalfDay
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.window.forms.meeting import AppointmentForm
from yixian.window.web.mailbox.deed import Deed, Doer

FREE = "来不来由您决定，不用写理由。不来、不回答，都不影响这件事照样办，也不会记下是谁不来，更不会因此对您有任何不利。"


def _invitation(mailbox: Mailbox, number: int) -> Invitation | None:
    found = mailbox.invitation
    return found if found is not None and found.key == number else None


def _answer(by: Doer, form: FaceForm) -> object:
    typed = form.cleaned_data
    to = AppointmentState(typed["to"])
    other = to == AppointmentState.COUNTERED
    said = Said(to=to, day=typed["day"] if other else None, half=HalfDay(typed["half"]) if other else None)
    return answer_appointment(by=by.reporter, appointment_id=by.number, said=said, on=today())


DEEDS = {
    "appointment": Deed(
        door="工作人员想请您当面谈一谈",
        intro=FREE,
        button="告诉工作人员",
        done="您的意思已经转告。不管来不来，这件事都照样办理。",
        ask=AppointmentForm,
        do=_answer,
        find=_invitation,
        template="window/mailbox/appointment.html",
    ),
}
