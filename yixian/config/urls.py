"""The two faces, and nothing else: the public window at the root, the desk behind its log-in."""

from django.urls import include, path

urlpatterns = [
    path("desk/roster/", include("yixian.roster.web.urls")),
    path("desk/papers/", include("yixian.reception.web.urls")),
    path("desk/figures/", include("yixian.insight.web.urls")),
    path("desk/", include("yixian.desk.web.urls")),
    path("", include("yixian.window.web.urls")),
]

handler400 = "yixian.desk.web.errors.bad_request"
handler403 = "yixian.desk.web.errors.forbidden"
handler404 = "yixian.desk.web.errors.not_found"
handler500 = "yixian.desk.web.errors.server_error"
