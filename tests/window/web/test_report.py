"""The report flow, from the notice to the code."""

from tests.reception.township import Township
from tests.window.visitor import Visitor
from yixian.reception.enums import ReportState, Signing
from yixian.reception.models import Report


def test_an_anonymous_report_is_sealed_and_the_code_is_shown(visitor: Visitor, town: Township) -> None:
    visitor.fill_in()

    code = visitor.send()

    report = Report.objects.get()
    assert (visitor.at, len(code)) == ("/report/receipt", 27)
    assert (report.organ, report.signing, report.state) == (
        town.organ,
        Signing.ANONYMOUS,
        ReportState.RECEIVED,
    )
    assert report.identity is None
