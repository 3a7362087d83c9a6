"""/desk/alerts: what the person in charge is told without asking; seen once, by name."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.identities import numbers_of
from yixian.desk.trail_words import actor_names, subject_label
from yixian.desk.web.frame import officer_of
from yixian.protection.actions import mark_alert_seen
from yixian.protection.enums import AlertKind
from yixian.protection.officer import Officer
from yixian.protection.queries import open_alerts, seen_alerts
from yixian.protection.web.door import permit

ADVICE = {
    AlertKind.IDENTITY_OPENED: "核对是否确有必要；不是您知道的办理需要，请问明。",
    AlertKind.IDENTITY_GRANTED: "核对理由是否充分。",
    AlertKind.RECUSAL_ASKED: "打开卷宗，决定是否回避；需要的另行指定承办人。",
    AlertKind.RETALIATION_TOLD: "打开来信，当天处理；制止打击报复，追究责任人。",
    AlertKind.PROTECTION_ASKED: "打开来信，当天研究保护措施，并答复举报人。",
    AlertKind.TRAIL_BREACH: "保存服务器原状，报告上级，不要再操作。",
    AlertKind.KEY_REPLACED: "立即停止使用，报告上级，核对数据库。",
    AlertKind.PARTNER_KEY_CHANGED: "打电话问明对方是否换了密钥；不是的，有人冒充，保存文件并报告上级。",
    AlertKind.LOGIN_BLOCKED: "问明是不是本人忘记口令；不是的，请管理员重设口令。",
}
TOLD_BY_REPORTER = frozenset({AlertKind.RETALIATION_TOLD, AlertKind.PROTECTION_ASKED})
"""Raised by whoever opened the reporter's letter: a name that must not be read as that of the accused."""
MOST_SEEN = 30


@permit("protection.see_alerts", reads_only=True)
def alerts(request: HttpRequest) -> HttpResponse:
    """Those that nobody of the officer's role has marked as seen first, then the last ones that somebody has."""
    officer = officer_of(request)
    waiting, seen = list(open_alerts(officer)), list(seen_alerts(officer)[:MOST_SEEN])
    context = {"waiting": lines_of(officer, waiting), "seen": lines_of(officer, seen)}
    return render(request, "desk/alerts/alerts.html", context)


@permit("protection.see_alerts")
def mark_seen(request: HttpRequest, alert_id: int) -> HttpResponse:
    """By whom and when is kept, for the role alone; the alert stays readable below."""
    officer = officer_of(request)
    alert = open_alerts(officer).filter(pk=alert_id).first()
    if alert is None:
        raise Http404
    if request.method == "POST":
        mark_alert_seen(by=officer, alert=alert)
        messages.success(request, "已标记为已阅。")
    return redirect("desk:alerts")


def lines_of(officer: Officer, found: list[Any]) -> list[dict[str, Any]]:
    """With the report's number for whoever meets it, and the name of whoever acted."""
    numbers = numbers_of(officer, [each.subject for each in found])
    names = actor_names(each.actor for each in found if each.actor)
    return [
        {
            "alert": each,
            "who": who_of(each, names),
            "advice": ADVICE[AlertKind(each.kind)],
            "about": f"来件 {numbers[each.subject][1]}"
            if each.subject in numbers
            else subject_label(each.subject),
            "report_id": numbers[each.subject][0] if each.subject in numbers else None,
        }
        for each in found
    ]


def who_of(alert: Any, names: dict[str, str]) -> str:
    name = names.get(alert.actor, "")
    return f"{name}拆阅" if name and alert.kind in TOLD_BY_REPORTER else name
