"""The questions of a report in their order, and which of them this draft still has to answer."""

from collections.abc import Callable
from dataclasses import dataclass

from yixian.window import forms
from yixian.window.choosing import receiving_organs
from yixian.window.draft import Draft
from yixian.window.forms.report import StepForm

Applies = Callable[[Draft], bool]


def always(draft: Draft) -> bool:
    return True


def several_organs(draft: Draft) -> bool:
    """Where there is only one office, nobody is asked which."""
    return len(receiving_organs()) > 1


def real_name(draft: Draft) -> bool:
    return draft.is_real_name


@dataclass(frozen=True, slots=True)
class Step:
    """One page. ``title`` names it on the page of all answers; ``heading`` is what the page asks."""

    slug: str
    title: str
    heading: str
    form: type[StepForm]
    applies: Applies = always

    @property
    def template(self) -> str:
        return f"window/report/{self.slug}.html"

    def is_answered(self, draft: Draft) -> bool:
        if self.slug == "persons":
            return draft.persons_done
        if self.slug == "files":
            return draft.files_done
        return self.slug in draft.answers and self.form(draft.answers[self.slug], draft=draft).is_valid()


STEPS = (
    Step("organ", "受理单位", "您要向哪里反映？", forms.OrganForm, several_organs),
    Step("office", "由谁受理", "先确认由谁受理", forms.OfficeForm),
    Step("signing", "实名或者匿名", "实名还是匿名？", forms.SigningForm),
    Step("reporter", "您的信息", "怎样联系您？", forms.ReporterForm, real_name),
    Step("persons", "被反映的人", "您要反映谁？", forms.PersonForm),
    Step("matter", "事情", "说说这件事", forms.MatterForm),
    Step("place", "地点", "事情发生在哪里？", forms.PlaceForm),
    Step("files", "材料", "有照片、单据、录音吗？", forms.FilesForm),
)


def steps_of(draft: Draft) -> list[Step]:
    return [step for step in STEPS if step.applies(draft)]


def step_named(draft: Draft, slug: str) -> Step | None:
    return next((step for step in steps_of(draft) if step.slug == slug), None)


def place_in(draft: Draft, slug: str) -> tuple[int, int]:
    """第几步，共几步; looking over the answers is the last one."""
    slugs = [step.slug for step in steps_of(draft)]
    return slugs.index(slug) + 1 if slug in slugs else len(slugs) + 1, len(slugs) + 1


def before(draft: Draft, slug: str) -> str:
    """The step to go back to; empty for the first."""
    slugs = [step.slug for step in steps_of(draft)] + ["check"]
    at = slugs.index(slug)
    return slugs[at - 1] if at else ""


def after(draft: Draft, slug: str) -> str:
    """The next question; straight back to the check once every answer has been there."""
    slugs = [step.slug for step in steps_of(draft)] + ["check"]
    if draft.checking:
        return first_unanswered(draft) or "check"
    return slugs[slugs.index(slug) + 1]


def first_unanswered(draft: Draft) -> str:
    """The first step without a valid answer; empty when the report may be sent."""
    return next((step.slug for step in steps_of(draft) if not step.is_answered(draft)), "")
