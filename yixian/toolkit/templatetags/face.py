"""The components of the face as template tags; docs/face.md lists them, /desk/components shows them.

``{% load face %}``. Every parameter has a default, so a page never meets an unknown variable.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, PasswordInput
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from yixian.toolkit import pieces
from yixian.toolkit.due import Due, remaining
from yixian.toolkit.stacking import MANY, columns_of, labelled
from yixian.toolkit.today import today
from yixian.toolkit.wording import cn_date, cn_date_long, cn_date_short, cn_time, percent, thousands
from yixian.toolkit.wording import cn_date_near as near

register = template.Library()


for words in (cn_date, cn_date_long, cn_date_short, cn_time, remaining, thousands, percent):
    register.filter(words)


@register.filter
def cn_date_near(value: date | datetime | None) -> str:
    """The short form of a day in this year, the whole one of any other."""
    return near(value, today())


@register.filter
def beyond(words: str, verdict: str) -> str:
    """What an opinion says beyond the verdict that stands before it: nothing, where it is the verdict again."""
    said = words.strip()
    return "" if said.rstrip("。！.!") == verdict else said


KEPT = "您填的内容都还在"

# Small marks.


@register.inclusion_tag("components/state_mark.html")
def state_mark(label: str, tone: str = "active", title: str = "") -> dict[str, Any]:
    """A state as a word and a shape."""
    return {"label": label, "tone": tone if tone in pieces.TONES else "active", "title": title}


@register.inclusion_tag("components/due_mark.html")
def due_mark(due: Due | None, short: bool = False) -> dict[str, Any]:
    """A due date in words, with its grounds to be opened. A short one names its year where it is not this year."""
    return {"due": due, "short": short and due is not None and due.on.year == today().year, "terse": short}


@register.inclusion_tag("components/key.html")
def key(keys: str) -> dict[str, Any]:
    """A keyboard hint: ``{% key "g t" %}``."""
    return {"keys": keys.split()}


# Things to press.


@register.inclusion_tag("components/button.html")
def button(
    label: str,
    kind: str = "primary",
    name: str = "",
    value: str = "",
    key: str = "",
    form: str = "",
    disabled: bool = False,
) -> dict[str, Any]:
    """A submit button: primary, plain, quiet or final."""
    return {**locals()}


@register.inclusion_tag("components/button_link.html")
def button_link(label: str, href: str, kind: str = "plain", key: str = "") -> dict[str, Any]:
    """A link that looks like a button."""
    return {**locals()}


@register.inclusion_tag("components/act_list.html")
def act_list(acts: Iterable[pieces.Act], label: str = "接下来可以做") -> dict[str, Any]:
    """What the reader may do next, and why the rest is not theirs."""
    every = list(acts)
    return {
        "label": label,
        "shelves": shelved(act for act in every if not act.why_not),
        "closed_acts": [act for act in every if act.why_not],
    }


def shelved(acts: Iterable[pieces.Act]) -> list[tuple[str, list[pieces.Act]]]:
    """The acts under the headings of their shelves, each heading once, in the order of its first act."""
    shelves: dict[str, list[pieces.Act]] = {}
    for act in acts:
        shelves.setdefault(act.shelf, []).append(act)
    return list(shelves.items())


# Lists of facts.


@register.inclusion_tag("components/facts.html")
def facts(items: Iterable[Any], label: str = "") -> dict[str, Any]:
    """A summary list from ``Fact`` objects or (label, value) pairs."""
    return {"items": pieces.facts(items), "label": label}


@register.inclusion_tag("components/timeline.html")
def timeline(events: Iterable[pieces.Event], label: str = "经过") -> dict[str, Any]:
    """What happened, in the order given."""
    return {"events": list(events), "label": label}


@register.inclusion_tag("components/clock_list.html")
def clock_list(clocks: Iterable[pieces.Clock], label: str = "期限") -> dict[str, Any]:
    """The terms of one matter."""
    return {"clocks": list(clocks), "label": label}


@register.inclusion_tag("components/checklist.html")
def checklist(items: Iterable[pieces.Completion], label: str) -> dict[str, Any]:
    """What is done and what is missing before the next step."""
    every = list(items)
    return {"items": every, "label": label, "done": sum(item.done for item in every)}


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(*crumbs: str) -> dict[str, Any]:
    """``{% breadcrumb "台账" ledger_url "青镇信〔2026〕12号" %}``: label, address, …, last label."""
    pairs = list(zip(crumbs[:-1:2], crumbs[1::2], strict=False))
    return {"crumbs": pairs, "here": crumbs[-1] if crumbs else ""}


# Whole pieces of a page.


@register.inclusion_tag("components/stepper.html")
def stepper(now: int, total: int, label: str = "") -> dict[str, Any]:
    """第 2 步，共 6 步."""
    return {"now": now, "total": total, "label": label}


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    title: str, text: str = "", action: str = "", href: str = "", key: str = ""
) -> dict[str, Any]:
    """What will be here, and the first step towards it."""
    return {**locals()}


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: BaseForm | None) -> dict[str, Any]:
    """Every error of a form, linked to its field; nothing when there is none."""
    if form is None or not form.errors:
        return {"errors": [], "focus": False}
    found = [
        (_target(form[name]), _named(str(form[name].label), str(error)))
        for name in form.fields
        for error in form[name].errors
    ]
    every = [("", error) for error in form.non_field_errors()] + found
    return {"errors": every, "focus": getattr(form, "focus_errors", True), "kept": _kept(form)}


def _kept(form: BaseForm) -> str:
    """What a page that comes back still holds: a browser never gives back a passphrase or a chosen file."""
    if any(isinstance(field.widget, PasswordInput) for field in form.fields.values()):
        return "口令请重新填写"
    if form.files:
        return "您填的文字都还在，文件请重新选择"
    return KEPT


def _target(field: BoundField) -> str:
    """Where an error's link leads: the field, or the first of its choices."""
    has_choices = field.use_fieldset and hasattr(field.field.widget, "option_template_name")
    return f"{field.auto_id}_0" if has_choices else field.id_for_label or field.auto_id


def _named(label: str, error: str) -> str:
    """The error with the name of its field, unless it says it already."""
    if not label or label in error:
        return error
    return f"{label}{'' if label.endswith(('？', '?')) else '：'}{error}"


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], param: str = "page") -> dict[str, Any]:
    """Earlier and later pages, keeping the filters of the address."""
    request = context.get("request")
    query = request.GET.copy() if request else None

    def href(number: int) -> str:
        if query is None:
            return f"?{param}={number}"
        query[param] = str(number)
        return f"?{query.urlencode()}"

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    links = [(n, href(n) if isinstance(n, int) else "") for n in numbers]
    earlier = href(page.number - 1) if page.has_previous() else ""
    later = href(page.number + 1) if page.has_next() else ""
    return {"page": page, "links": links, "earlier": earlier, "later": later}


# Pieces that hold others: {% card title="…" %} … {% endcard %}.


@register.simple_block_tag(end_name="endcard")
def card(content: SafeString, title: str = "", note: str = "", kind: str = "") -> str:
    """A sheet with a heading."""
    return render_to_string("components/card.html", {**locals()})


@register.simple_block_tag(end_name="endnotice")
def notice(content: SafeString, title: str = "", kind: str = "info") -> str:
    """A message in the page: info, done, warn or late."""
    return render_to_string("components/notice.html", {**locals()})


@register.simple_block_tag(end_name="endrows")
def rows(
    content: SafeString,
    label: str,
    count: int | None = None,
    total: str = "",
    unit: str = "件",
    goes_on: bool = False,
) -> str:
    """A table: the block holds thead and tbody; the count line is written above it. ``goes_on``: there are more.

    One of many columns is read on a phone row by row, as cards.
    """
    columns = columns_of(content)
    stacks = len(columns) >= MANY
    content = labelled(content, columns) if stacks else content
    return render_to_string("components/rows.html", {**locals()})


@register.simple_block_tag(end_name="endfilters")
def filters(content: SafeString, label: str = "筛选", action: str = "", clear: str = "") -> str:
    """A filter bar (GET): the block holds the fields."""
    return render_to_string("components/filters.html", {**locals()})


@register.simple_block_tag(end_name="endconfirm")
def confirm(
    content: SafeString, question: str, label: str, cancel: str, kind: str = "final", heading: str = "h1"
) -> str:
    """Asks in words what will happen; put it inside a form with its csrf token."""
    return render_to_string("components/confirm.html", {**locals()})
