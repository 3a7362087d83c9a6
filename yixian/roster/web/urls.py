"""Addresses of the roster, under /desk/roster/."""

from django.urls import path

from yixian.roster.web import contact, importing, suiting, views

app_name = "roster"
urlpatterns = [
    path("", views.home, name="home"),
    path("organ/<int:organ_id>/", views.organ, name="organ"),
    path("import/", importing.check, name="check"),
    path("import/do/", importing.bring_in, name="import"),
    path("import/template/", views.template, name="template"),
    path("contact/", contact.contact, name="contact"),
    path("staff/", suiting.staff, name="staff"),
    path("staff/<int:staff_id>/", suiting.one, name="suited"),
    path("staff/<int:staff_id>/posts/", suiting.declare, name="former_post"),
    path("staff/<int:staff_id>/posts/<int:post_id>/withdraw/", suiting.withdraw, name="withdraw_former_post"),
    path("calendar/", views.calendar, name="calendar"),
]
