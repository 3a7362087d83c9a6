"""Addresses of the public window. None of them ever holds a code or a word that somebody typed."""

from django.urls import URLPattern, URLResolver, path

from yixian.window.web import home
from yixian.window.web.mailbox import acting, case, closing, entering
from yixian.window.web.report import notice, persons, sending, step
from yixian.window.web.size import size

app_name = "window"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("rights", home.privacy, name="privacy"),
    path("visiting", home.visiting, name="visiting"),
    path("left", home.left, name="left"),
    path("size/<str:size>", size, name="size"),
    path("report/", notice.notice, name="report"),
    path("report/check", sending.check, name="check"),
    path("report/receipt", sending.receipt, name="receipt"),
    path("report/leave", sending.leave, name="leave_report"),
    path("report/persons/<int:number>", persons.person, name="person"),
    path("report/<slug:slug>", step.step, name="step"),
    path("mailbox/", entering.enter, name="mailbox"),
    path("mailbox/case", case.case, name="case"),
    path("mailbox/address.svg", entering.address, name="address"),
    path("mailbox/leave", closing.leave, name="leave_mailbox"),
    path("mailbox/<slug:slug>", acting.act, name="act"),
    path("mailbox/<slug:slug>/<int:number>", acting.act, name="act_on"),
]
