"""Addresses of 联席会诊: for the office, and from the own place of a member."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.consultation import convening, views
from yixian.desk.web.consultation.asking import ASKS
from yixian.desk.web.consultation.duty_acts import DUTY_ACTS
from yixian.desk.web.consultation.item_acts import RecordOpinion
from yixian.desk.web.consultation.meeting_acts import ACTS
from yixian.desk.web.consultation.views import ITEM_ACTS
from yixian.desk.web.seats import acts as seat_acts
from yixian.desk.web.seats import views as seat_views

consultation_urls: list[URLPattern] = [
    path("consultations", views.consultations, name="consultations"),
    path("consultations/new", convening.convene, name="convene_consultation"),
    path("consultations/<uuid:consultation_id>", views.consultation, name="consultation"),
    path("consultation-items/<uuid:item_id>", views.item, name="consultation_item"),
    path("seats", seat_views.seats, name="seats"),
    path("seats/<uuid:consultation_id>", seat_views.seat, name="seat"),
    path("seats/items/<uuid:item_id>", seat_views.item, name="seat_item"),
    *act_urls(*ASKS),
    *act_urls(*ACTS),
    *act_urls(*ITEM_ACTS, RecordOpinion, *DUTY_ACTS),
    *act_urls(*seat_acts.ACTS, *seat_acts.DUTY_ACTS),
]
