"""Deeds on the result: what the reporter thinks of it, and the two ratings."""

from yixian.reception.actions import Mailbox, RatingFacts, give_view, rate_handling
from yixian.reception.enums import Rating, ReporterView
from yixian.regulations.local_practice import EXPLANATION_TERM
from yixian.toolkit.forms import FaceForm
from yixian.toolkit.today import today
from yixian.window.forms import OpinionForm, RatingForm
from yixian.window.web.mailbox.deed import Deed, Doer

VIEWS = {
    "agree": ReporterView.NO_OBJECTION,
    "object": ReporterView.OBJECTED,
    "evidence": ReporterView.NEW_EVIDENCE,
}
RATINGS = {rating.value: rating for rating in Rating}


def _awaits_view(mailbox: Mailbox) -> bool:
    return mailbox.view == ReporterView.AWAITED


def _may_rate(mailbox: Mailbox) -> bool:
    return mailbox.may_rate


def _give_opinion(by: Doer, form: FaceForm) -> object:
    view = VIEWS[form.cleaned_data["opinion"]]
    text = form.cleaned_data["text"]
    return give_view(by=by.reporter, view=view, text=text, on=today(), files=by.files)


def _rate(by: Doer, form: FaceForm) -> object:
    given = form.cleaned_data
    rating = RatingFacts(
        unit=RATINGS[given["unit"]], reception=RATINGS[given["reception"]], reason=given["reason"]
    )
    return rate_handling(by=by.reporter, rating=rating, on=today())


DEEDS = {
    "opinion": Deed(
        door="对结果说说意见",
        hint="同意不同意都可以说；有新的证据，我们接着核实。",
        intro=f"您不同意的，我们在{EXPLANATION_TERM.span}内向您说明，写在这个信箱里；您拿出新证据的，"
        "由纪委书记决定重新核实。",
        button="发出意见",
        done="您的意见已经送到。",
        ask=OpinionForm,
        do=_give_opinion,
        stands=_awaits_view,
        takes_files=True,
    ),
    "rate": Deed(
        door="评价",
        hint="给办事的单位和接待您的人分别评价。",
        intro="两样分开评，每次答复评价一次。评价不影响您反映的事情。",
        button="提交评价",
        done="您的评价已经收到，谢谢。",
        ask=RatingForm,
        do=_rate,
        stands=_may_rate,
    ),
}
