"""The side navigation: the places that this officer may go to, with what waits there."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from yixian.desk.web.frame import INBOX_COUNT
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.reception.queries import clocks_due
from yixian.toolkit.paging import counted
from yixian.toolkit.pieces import NavEntry
from yixian.toolkit.today import today

MOST_COUNTED = 99
"""What presses is counted so far on every page; beyond, the number says 99+."""


@dataclass(frozen=True, slots=True)
class Place:
    """``act`` is the permit that lets somebody in; empty for everyone. ``also`` are pages of the same place."""

    label: str
    page: str
    key: str
    act: str = ""
    group: str = ""
    also: tuple[str, ...] = ()


PLACES = (
    Place("今日", "desk:today", "g t"),
    Place("收件", "desk:inbox", "g i", "reception.register_web_report", also=("desk:register_web",)),
    Place(
        "登记",
        "desk:register",
        "n",
        "reception.register_letter",
        also=(
            "desk:enter",
            "desk:envelope",
            "desk:box",
            "desk:box_items",
            "desk:scans",
            "desk:scan",
            "desk:scan_page",
            "desk:register_scan",
        ),
    ),
    Place("承诺日历", "desk:calendar", "g c", "reception.list_reports", "接访", also=("desk:deadlines",)),
    Place(
        "接访值班",
        "desk:duty",
        "g d",
        "reception.list_reports",
        "接访",
        also=("desk:duty_plan", "desk:duty_swap", "desk:duty_cancel"),
    ),
    Place("叫号", "desk:queue", "g q", "reception.issue_ticket", "接访", also=("desk:ticket",)),
    Place(
        "排查研判",
        "desk:screenings",
        "g p",
        "assessment.see_screening",
        "研判",
        also=("desk:call_screening", "desk:screening", "desk:decide_screened", "desk:close_screening"),
    ),
    Place(
        "转办交办",
        "desk:transfers",
        "g z",
        "assessment.read_transfer",
        "研判",
        also=("desk:transfer_one", "desk:supervision", "desk:arrival", "desk:import_parcel"),
    ),
    Place("积案清单", "desk:old_matters", "g j", "assessment.see_old_matters", "研判"),
    Place(
        "联席会诊",
        "desk:consultations",
        "g g",
        "assessment.see_consultations",
        "研判",
        also=("desk:convene_consultation", "desk:consultation", "desk:consultation_item"),
    ),
    Place(
        "参加会诊",
        "desk:seats",
        "g u",
        "assessment.see_seats",
        "研判",
        also=("desk:seat", "desk:seat_item"),
    ),
    Place("台账", "desk:ledger", "g l", "assessment.see_ledger", "查阅"),
    Place("年度归档", "desk:archive", "g 1", "resolution.see_archive", "查阅", also=("desk:archive_file",)),
    Place("下级来件", "desk:below", "g 4", "reception.see_below", "查阅"),
    Place("线索", "desk:clues", "g x", "resolution.read_clue", "查阅"),
    Place(
        "县审",
        "desk:county_reviews",
        "g 2",
        "resolution.read_county_review",
        "查阅",
        also=("desk:county_review",),
    ),
    Place(
        "规则库",
        "desk:rules",
        "g b",
        "resolution.ask_rules",
        "查阅",
        also=("desk:add_local_rule", "desk:end_local_rule"),
    ),
    Place("统计", "insight:figures", "g f", "insight.see_figures", "查阅"),
    Place("收结存对账", "insight:reconcile", "g v", "insight.reconcile", "查阅"),
    Place("交叉办理", "desk:crossing_loads", "g y", "assessment.see_crossing_load", "查阅"),
    Place(
        "身份申请",
        "desk:identity",
        "g s",
        "protection.request_identity",
        "管理",
        also=("desk:decide_identity", "desk:view_identity"),
    ),
    Place(
        "导入台账",
        "desk:imports",
        "g m",
        "reception.begin_import",
        "管理",
        also=("desk:import", "desk:import_columns", "desk:import_words", "desk:undo_import"),
    ),
    Place(
        "名册",
        "roster:home",
        "g r",
        "roster.view",
        "管理",
        also=("roster:contact", "roster:staff", "roster:suited", "roster:former_post"),
    ),
    Place(
        "文书模板",
        "reception:papers",
        "g w",
        "reception.check_paper_template",
        "管理",
        also=("reception:paper",),
    ),
    Place(
        "协作机关",
        "desk:partners",
        "g 3",
        "protection.see_partners",
        "管理",
        also=("desk:partner", "desk:own_card", "desk:confirm_partner"),
    ),
    Place("公示海报", "reception:posters", "g o", "reception.print_posters", "管理"),
    Place(
        "账号",
        "desk:accounts",
        "g a",
        "protection.open_account",
        "管理",
        also=("desk:open_account", "desk:account", "desk:grant_role", "desk:revoke_role"),
    ),
    Place("交付密钥", "desk:keys", "g k", "protection.hand_keys", "管理", also=("desk:hand_keys",)),
    Place("接待设置", "desk:front_office", "g n", "reception.set_front_office", "管理"),
    Place("提醒", "desk:alerts", "g e", "protection.see_alerts", "管理"),
    Place("留痕", "desk:trail", "g h", "trail.read", "管理", also=("desk:trail_verify", "desk:trail_heads")),
)


def nav_of(request: HttpRequest, officer: Officer) -> list[NavEntry]:
    """Only places whose page exists and whose permit this officer holds."""
    counts = _counts(request, officer)
    match = request.resolver_match
    here = match.view_name if match else ""
    return [
        NavEntry(
            place.label,
            href,
            place.key,
            counts.get(place.page) or None,
            current=here in (place.page, *place.also),
            pressing=place.page == "desk:today" and bool(counts.get(place.page)),
            group=place.group,
        )
        for place in PLACES
        if (href := _address(place.page)) and (not place.act or may(officer, place.act))
    ]


def _counts(request: HttpRequest, officer: Officer) -> dict[str, int]:
    counts = {}
    if may(officer, "reception.list_reports"):
        counts["desk:today"] = counted(clocks_due(officer, today()), MOST_COUNTED)
    if INBOX_COUNT in request.session:
        counts["desk:inbox"] = request.session[INBOX_COUNT]
    return counts


def _address(page: str) -> str:
    try:
        return reverse(page)
    except NoReverseMatch:
        return ""
