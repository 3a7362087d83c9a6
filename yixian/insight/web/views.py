"""The pages of figures: a view loads, makes one domain call, and answers."""

from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.insight.actions import export_analysis
from yixian.insight.figures import AnalysisFigures
from yixian.insight.queries import analysis_of, organs_in_sight
from yixian.insight.web.behind import rows_behind
from yixian.insight.web.chart import HEIGHT, WIDTH, columns
from yixian.insight.web.comparing import changes
from yixian.insight.web.forms import SpanForm
from yixian.protection.queries import may
from yixian.protection.web.door import permit
from yixian.reception.queries import registered_reports
from yixian.toolkit.answers import file_answer
from yixian.toolkit.today import today


@permit("insight.see_figures", reads_only=True)
def figures(request: HttpRequest) -> HttpResponse:
    """The basic facts, the tie-out, the four characteristics, the outcomes and the hot matters of a period."""
    form, chosen = _analysis(request)
    context = {
        "form": form,
        "figures": chosen,
        "changes": changes(chosen.basics),
        "columns": columns(chosen.months),
        "chart": {"width": WIDTH, "height": HEIGHT, "floor": HEIGHT - 22},
        "query": request.GET.urlencode(),
        "may_open": may(request.officer, "insight.open_rows"),  # type: ignore[attr-defined]
        "may_export": may(request.officer, "insight.export_analysis"),  # type: ignore[attr-defined]
    }
    return render(request, "insight/figures.html", context)


def _analysis(request: HttpRequest) -> tuple[SpanForm, AnalysisFigures]:
    officer = request.officer  # type: ignore[attr-defined] # put there by the sitting's middleware
    organs = organs_in_sight(officer)
    form = SpanForm(request.GET or None, organs=organs)
    return form, analysis_of(officer, form.organ_ids(organs), form.period(today()))


@permit("insight.open_rows", reads_only=True)
def behind(request: HttpRequest, key: str) -> HttpResponse:
    """The reports behind one figure, of those that this officer may see."""
    _, chosen = _analysis(request)
    counted = rows_behind(chosen, key)
    if counted is None:
        raise Http404
    visible = registered_reports(request.officer).filter(pk__in=counted.ids)  # type: ignore[attr-defined]
    back = urlencode([(name, value) for name, value in request.GET.items()])
    context = {
        "counted": counted,
        "reports": visible,
        "query": back,
        "elsewhere": len(counted.ids) - len(visible),
    }
    return render(request, "insight/behind.html", context)


@permit("insight.export_analysis", reads_only=True)
def report(request: HttpRequest) -> HttpResponse:
    """The analysis report as a file."""
    officer = request.officer  # type: ignore[attr-defined]
    organs = organs_in_sight(officer)
    form = SpanForm(request.GET or None, organs=organs)
    period = form.period(today())
    written = export_analysis(by=officer, organ_ids=form.organ_ids(organs), period=period)
    return file_answer(written, f"综合分析报告（{period}）.docx")
