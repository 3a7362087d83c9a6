"""Addresses of the desk."""

from django.urls import URLPattern, URLResolver, path, re_path

from yixian.desk.web.accounts import keys
from yixian.desk.web.accounts import views as accounts
from yixian.desk.web.acts.answering import letters
from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.acts.papers import notice_paper
from yixian.desk.web.acts.transferring import transfer_paper
from yixian.desk.web.alerts import views as alerts
from yixian.desk.web.archive.urls import archive_urls
from yixian.desk.web.below import below
from yixian.desk.web.calendar import deadlines, settling
from yixian.desk.web.calendar import views as calendar
from yixian.desk.web.clue.view import ACTS as CLUE_ACTS
from yixian.desk.web.clue.view import clue, clues
from yixian.desk.web.clue.work.urls import work_urls
from yixian.desk.web.components import components
from yixian.desk.web.consultation.urls import consultation_urls
from yixian.desk.web.county_review.urls import review_urls
from yixian.desk.web.crossing.urls import crossing_urls
from yixian.desk.web.destruction.urls import destruction_urls
from yixian.desk.web.dossier.meetings import appointment_paper, meeting
from yixian.desk.web.dossier.next_steps import PAGES
from yixian.desk.web.dossier.view import dossier, matter
from yixian.desk.web.duty import views as duty
from yixian.desk.web.entry import boxes, envelopes, left_behind, views, web_report
from yixian.desk.web.entry.receipt import receipt_paper
from yixian.desk.web.files import views as files
from yixian.desk.web.front_office import front_office
from yixian.desk.web.home import home
from yixian.desk.web.identity import views as identity
from yixian.desk.web.importing import views as importing
from yixian.desk.web.inbox import waiting
from yixian.desk.web.ledger import views as ledger
from yixian.desk.web.parcels.urls import parcel_urls
from yixian.desk.web.partners.urls import partner_urls
from yixian.desk.web.queue import views as queue
from yixian.desk.web.rules import views as rules
from yixian.desk.web.scans import reading as scan_reading
from yixian.desk.web.scans import views as scans
from yixian.desk.web.screening.urls import screening_urls
from yixian.desk.web.search.views import search
from yixian.desk.web.spoken import doing
from yixian.desk.web.spoken.interviews import interview_paper, interviews
from yixian.desk.web.trail import views as trail
from yixian.desk.web.transfers.urls import transfer_urls
from yixian.protection.web.urls import sitting_urls
from yixian.reception.enums import Channel

app_name = "desk"

in_hand: list[URLPattern] = [
    re_path(
        rf"^register/(?P<channel>{channel.value})$",
        views.entry_view(f"reception.register_{channel.value}", channel),
        name="register",
    )
    for channel in (Channel.LETTER, Channel.VISIT, Channel.CALL, Channel.OTHER)
]
entry_urls: list[URLPattern] = [
    path("register", views.choose, name="register"),
    *in_hand,
    path("register/box", boxes.box, name="box"),
    path(
        "register/box/<int:opening_id>",
        views.entry_view("reception.register_box_item", Channel.BOX),
        name="box_item",
    ),
    path("register/box/<int:opening_id>/confirm", boxes.confirm_box, name="confirm_box"),
    path("register/box/<int:opening_id>/record", boxes.box_record, name="box_record"),
    path("register/envelope", envelopes.envelope, name="envelope"),
    path("envelopes", envelopes.envelopes, name="envelopes"),
    path("envelopes/<int:envelope_id>/send", envelopes.send, name="send_envelope"),
    path("envelopes/<int:envelope_id>/slip", envelopes.slip, name="envelope_slip"),
    path("envelopes/<int:envelope_id>/identity", envelopes.send_identity, name="send_identity"),
    path("envelopes/below/<uuid:report_id>/identity", left_behind.pass_identity, name="pass_identity"),
    path("register/letter/scan/<uuid:scan_id>", views.register_scan, name="register_scan"),
    path("scans", scans.scans, name="scans"),
    path("scans/discarded", scans.discarded, name="discarded_scans"),
    path("scans/<uuid:scan_id>", scans.scan, name="scan"),
    path("scans/<uuid:scan_id>/arrange/<int:page_id>", scans.arrange, name="arrange_scan"),
    path("scans/<uuid:scan_id>/read", scan_reading.read, name="read_scan"),
    path("scans/<uuid:scan_id>/pages/<int:number>", scan_reading.page, name="scan_page"),
    path("scans/<uuid:scan_id>/pages/<int:number>/picture", scan_reading.picture, name="scan_picture"),
    path("scans/<uuid:scan_id>/discard", scans.discard, name="discard_scan"),
    path("scans/<uuid:scan_id>/up", scans.up, name="send_scan_up"),
    path("inbox", waiting, name="inbox"),
    path("inbox/<uuid:report_id>", web_report.register_web, name="register_web"),
]
dossier_urls: list[URLPattern] = [
    path("reports/<uuid:report_id>", dossier, name="dossier"),
    path("reports/<uuid:report_id>/letters", letters, name="letters"),
    path("reports/<uuid:report_id>/receipt", receipt_paper, name="receipt_paper"),
    path("reports/<uuid:report_id>/notices/<int:key>", notice_paper, name="notice_paper"),
    path("reports/<uuid:report_id>/files/<int:position>", files.file, name="file"),
    path("reports/<uuid:report_id>/files/<int:position>/content", files.file_content, name="file_content"),
    path("reports/<uuid:report_id>/files/<int:position>/pages/<int:page>", files.file_page, name="file_page"),
    path("reports/<uuid:report_id>/transfers/<int:key>/letter", transfer_paper, name="transfer_paper"),
    path("reports/<uuid:report_id>/meetings/<slug:kind>/<int:key>", meeting, name="meeting"),
    path(
        "reports/<uuid:report_id>/appointments/<int:key>/paper", appointment_paper, name="appointment_paper"
    ),
    path("matters/<uuid:matter_id>", matter, name="matter"),
    *act_urls(*PAGES),
]
spoken_urls: list[URLPattern] = [
    path("reports/<uuid:report_id>/interviews", interviews, name="interviews"),
    path("reports/<uuid:report_id>/interviews/<int:key>/paper", interview_paper, name="interview_paper"),
    path("reports/<uuid:report_id>/needs", doing.add_need, name="add_need"),
    path("reports/<uuid:report_id>/needs/<slug:kind>/met", doing.met_need, name="met_need"),
    path("reports/<uuid:report_id>/callback/attempt", doing.attempt, name="attempt"),
    path("reports/<uuid:report_id>/callback/end", doing.end, name="end_callback"),
    path("queue", queue.queue, name="queue"),
    path("queue/next", queue.call, name="call_next"),
    path("queue/<int:ticket_id>", queue.ticket, name="ticket"),
    path("queue/<int:ticket_id>/came", queue.came, name="ticket_came"),
    path("queue/<int:ticket_id>/left", queue.left, name="ticket_left"),
    path("queue/<int:ticket_id>/first", queue.first, name="ticket_first"),
    path("board/<slug:code>", queue.show_board, name="board"),
    path("front-office", front_office, name="front_office"),
    path("below", below, name="below"),
]
clue_urls: list[URLPattern] = [
    path("clues", clues, name="clues"),
    path("clues/<uuid:clue_id>", clue, name="clue"),
    *act_urls(*CLUE_ACTS),
    *work_urls,
    *review_urls,
]
rule_urls: list[URLPattern] = [
    path("rules", rules.rules, name="rules"),
    path("rules/new", rules.add, name="add_local_rule"),
    path("rules/<int:rule_id>/end", rules.end, name="end_local_rule"),
    path("rules/<int:rule_id>/file", rules.rule_file, name="rule_file"),
]
calendar_urls: list[URLPattern] = [
    path("calendar", calendar.calendar, name="calendar"),
    path("deadlines", deadlines.deadlines, name="deadlines"),
    path("deadlines/provisional", settling.provisional, name="provisional"),
]
duty_urls: list[URLPattern] = [
    path("duty", duty.month, name="duty"),
    path("duty/plan", duty.plan, name="duty_plan"),
    path("duty/<int:shift_id>/swap", duty.swap, name="duty_swap"),
    path("duty/<int:shift_id>/cancel", duty.cancel, name="duty_cancel"),
]
ledger_urls: list[URLPattern] = [
    path("ledger", ledger.ledger, name="ledger"),
    path("ledger/export", ledger.export, name="ledger_export"),
    path("search", search, name="search"),
]
import_urls: list[URLPattern] = [
    path("imports", importing.imports, name="imports"),
    path("imports/<uuid:import_id>", importing.one, name="import"),
    path("imports/<uuid:import_id>/columns", importing.columns, name="import_columns"),
    path("imports/<uuid:import_id>/words", importing.words, name="import_words"),
    path("imports/<uuid:import_id>/start", importing.start, name="start_import"),
    path("imports/<uuid:import_id>/drop", importing.drop, name="drop_import"),
    path("imports/<uuid:import_id>/undo", importing.undo, name="undo_import"),
    path("imports/<uuid:import_id>/problems", importing.problems, name="import_problems"),
]
trail_urls: list[URLPattern] = [
    path("trail", trail.trail, name="trail"),
    path("trail/verify", trail.verify, name="trail_verify"),
    path("trail/heads", trail.heads, name="trail_heads"),
]
identity_urls: list[URLPattern] = [
    path("identity", identity.identities, name="identity"),
    path("identity/<int:request_id>", identity.decide, name="decide_identity"),
    path("identity/<int:request_id>/view", identity.view, name="view_identity"),
    path("identity/<int:request_id>/files/<int:position>", identity.file, name="identity_file"),
]
account_urls: list[URLPattern] = [
    path("accounts", accounts.accounts, name="accounts"),
    path("accounts/new", accounts.open_one, name="open_account"),
    path("accounts/<int:staff_id>", accounts.account, name="account"),
    path("accounts/<int:staff_id>/grant", accounts.grant, name="grant_role"),
    path("accounts/<int:staff_id>/revoke/<slug:role>", accounts.revoke, name="revoke_role"),
    path("accounts/<int:staff_id>/renew", accounts.renew, name="renew_account"),
    path("accounts/<int:staff_id>/close", accounts.close, name="close_account"),
    path("alerts", alerts.alerts, name="alerts"),
    path("alerts/<int:alert_id>/seen", alerts.mark_seen, name="mark_alert_seen"),
    path("keys", keys.keys, name="keys"),
    path("keys/<int:staff_id>", keys.hand, name="hand_keys"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="today"),
    *entry_urls,
    *dossier_urls,
    *spoken_urls,
    *clue_urls,
    *rule_urls,
    *screening_urls,
    *consultation_urls,
    *crossing_urls,
    *transfer_urls,
    *parcel_urls,
    *partner_urls,
    *calendar_urls,
    *duty_urls,
    *archive_urls,
    *destruction_urls,
    *ledger_urls,
    *import_urls,
    *trail_urls,
    *identity_urls,
    *account_urls,
    path("components", components, name="components"),
    *sitting_urls,
]
