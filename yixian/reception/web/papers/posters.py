"""公示海报: all villages in one PDF, or one village."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.protection.queries import may
from yixian.protection.web.door import officer_of, permit
from yixian.reception.actions import PosterSize, print_posters
from yixian.reception.hotline import hotline_of
from yixian.reception.web.papers.forms import PosterForm
from yixian.roster.queries import organ_of, villages_of
from yixian.toolkit.answers import file_answer
from yixian.trail.refusal import Refusal


@permit("reception.print_posters")
def posters(request: HttpRequest) -> HttpResponse:
    """Choose and print. What they will say of the office stands beside, with where to change it."""
    officer = officer_of(request)
    organ = organ_of(officer.organ_id)
    keeps = may(officer, "roster.keep_contact")
    villages = [(str(each.pk), str(each)) for each in villages_of(organ.pk)]
    form = PosterForm(request.POST or None, villages=villages)
    if request.method == "POST" and form.is_valid():
        size, village = PosterSize(form.cleaned_data["size"]), form.cleaned_data["village"]
        try:
            content = print_posters(by=officer, size=size, village_id=int(village) if village else None)
        except Refusal as refusal:
            form.add_error(None, refusal.message)
        else:
            return file_answer(content, f"{organ.name}举报公示海报{size.value.upper()}.pdf")
    return render(
        request,
        "reception/posters.html",
        {"form": form, "organ": organ, "keeps": keeps, "hotline": hotline_of(organ.pk)},
    )
