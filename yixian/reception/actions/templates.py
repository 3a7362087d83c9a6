"""The office's own wording: a Word template is checked, looked at with invented values, and taken into use.

Nothing is overwritten: every choice is a further version, going back included.
"""

from datetime import date

from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.reception.enums import PaperKind
from yixian.reception.models import PaperTemplate
from yixian.reception.papers import FilledPaper, places_of, samples_of
from yixian.reception.papers.engine import Value, qr
from yixian.toolkit.documents.templates import Checked, check_template, fill_template
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

SAMPLE_WIDTH = 20.0


class NotFitForUse(Refusal):
    """The template does not pass the check; ``problems`` are the sentences."""

    key = "template_not_fit"

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("这份模板还不能启用：" + "".join(problems))
        self.problems = problems


class NoSuchVersion(Refusal):
    """A version that this office never had, or the one that is in use already."""

    key = "no_such_version"


@leaves_trail("reception.check_paper_template")
def check_paper_template(*, by: Officer, kind: PaperKind, content: bytes) -> Checked:
    """Mend what can be mended and name the rest; nothing is kept."""
    require(by, "reception.check_paper_template")
    return check_template(content, places_of(kind))


@leaves_trail("reception.preview_paper_template")
def preview_paper_template(*, by: Officer, kind: PaperKind, content: bytes) -> FilledPaper:
    """The paper with invented values, as it would look."""
    require(by, "reception.preview_paper_template")
    checked = _fit(kind, content)
    values: dict[str, Value] = dict(samples_of(kind))
    values |= {each.name: qr("2026-0012", SAMPLE_WIDTH) for each in places_of(kind) if each.is_picture}
    return FilledPaper(fill_template(checked.content, values, title=kind.label))  # type: ignore[arg-type] # no dates


@leaves_trail("reception.take_paper_template")
def take_paper_template(*, by: Officer, kind: PaperKind, content: bytes, on: date) -> PaperTemplate:
    """Papers issued from now on are worded so; those issued before stay as they were sealed."""
    require(by, "reception.take_paper_template")
    return _add(by, kind, _fit(kind, content).content, on)


@leaves_trail("reception.return_to_paper_template")
def return_to_paper_template(*, by: Officer, kind: PaperKind, version: int | None, on: date) -> PaperTemplate:
    """Go back to an earlier version, or with None to the shipped template."""
    require(by, "reception.return_to_paper_template")
    own = PaperTemplate.objects.filter(organ_id=by.organ_id, kind=kind).order_by("-version")
    latest = own.first()
    if version is None:
        if latest is None or latest.is_shipped:
            raise NoSuchVersion("现在用的就是软件自带的模板。")
        return _add(by, kind, None, on)
    earlier = own.filter(version=version).first()
    if latest is None or earlier is None or earlier.is_shipped or earlier == latest:
        raise NoSuchVersion("没有可以恢复的这一版，请重新打开本页选择。")
    return _add(by, kind, bytes(earlier.content or b""), on)


def _fit(kind: PaperKind, content: bytes) -> Checked:
    checked = check_template(content, places_of(kind))
    if checked.problems:
        raise NotFitForUse(checked.problems)
    return checked


def _add(by: Officer, kind: PaperKind, content: bytes | None, on: date) -> PaperTemplate:
    last = PaperTemplate.objects.filter(organ_id=by.organ_id, kind=kind).order_by("-version").first()
    return PaperTemplate.objects.create(
        organ_id=by.organ_id,
        kind=kind,
        version=(last.version if last else 0) + 1,
        content=content,
        taken_on=on,
        taken_by_id=by.staff_id,
    )
