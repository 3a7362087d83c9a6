"""What is asked of reception: which reports wait, run, are late, and what became of one."""

from yixian.reception.answers import (
    has_another_chief,
    is_for_another_chief,
    latest_feedback,
)
from yixian.reception.queries.archived import (
    put_away_reports,
)
from yixian.reception.queries.asking import (
    askers_of,
)
from yixian.reception.queries.callbacks import (
    callbacks_due,
    needs_now,
)
from yixian.reception.queries.clock_standing import (
    clock_standing,
)
from yixian.reception.queries.clocks import (
    clocks_due,
    clocks_of,
    next_clocks,
    overdue,
    refused_changes,
    reports_with_term,
    waiting_changes,
)
from yixian.reception.queries.counting import (
    counted_reports,
)
from yixian.reception.queries.duty import (
    cancelled_between,
    duty_between,
    duty_shift,
)
from yixian.reception.queries.entry import (
    TimelineEntry,
)
from yixian.reception.queries.files import (
    identifying_files,
)
from yixian.reception.queries.imports import (
    Tally,
    imports_of,
    number_spans,
    one_import,
    tally_of,
)
from yixian.reception.queries.inbox import (
    InboxItem,
    inbox,
)
from yixian.reception.queries.lists import (
    boxes_to_confirm,
    boxes_with_items,
    envelopes_noted,
    handed_to_me,
    identities_to_send,
    own_boxes,
    refused_by_others,
    reports_below,
)
from yixian.reception.queries.loose import (
    barred_reports,
    loose_envelopes,
    loose_reports,
)
from yixian.reception.queries.mail import (
    unread_letters,
    urgent_letters,
)
from yixian.reception.queries.meetings import (
    accompaniments_of,
    appointments_of,
    follow_ups_of,
    outings_of,
)
from yixian.reception.queries.meetings_due import (
    appointments_due,
    follow_ups_due,
    outings_due,
)
from yixian.reception.queries.objections import (
    objections_to_rule_on,
    objections_upheld,
)
from yixian.reception.queries.passing import LeftBehind, identities_left_behind
from yixian.reception.queries.promise_state import (
    PromiseState,
    promise_state,
)
from yixian.reception.queries.promised import (
    Promised,
    promised,
    promises_awaited,
)
from yixian.reception.queries.provisional import provisional_years
from yixian.reception.queries.queue import (
    Board,
    ahead_of,
    board,
    called_now,
    queue_counts,
)
from yixian.reception.queries.recusals import (
    open_recusal_requests,
)
from yixian.reception.queries.reported import reports_naming
from yixian.reception.queries.scans import (
    ScanItem,
    one_scan,
    own_scan,
    scans_discarded,
    scans_waiting,
)
from yixian.reception.queries.since import (
    extensions_asked,
    meetings_arranged,
)
from yixian.reception.queries.templates import (
    Wording,
    paper_templates,
    template_to_edit,
    wordings_of,
)
from yixian.reception.queries.timeline import (
    timeline,
)
from yixian.reception.visibility import (
    one_report,
    registered_reports,
    visible_reports,
)
from yixian.reception.waiting_line import (
    in_line,
    tickets_of,
)

__all__ = [
    "Board",
    "InboxItem",
    "LeftBehind",
    "PromiseState",
    "Promised",
    "ScanItem",
    "Tally",
    "TimelineEntry",
    "Wording",
    "accompaniments_of",
    "ahead_of",
    "appointments_due",
    "appointments_of",
    "askers_of",
    "barred_reports",
    "board",
    "boxes_to_confirm",
    "boxes_with_items",
    "callbacks_due",
    "called_now",
    "cancelled_between",
    "clock_standing",
    "clocks_due",
    "clocks_of",
    "counted_reports",
    "duty_between",
    "duty_shift",
    "envelopes_noted",
    "extensions_asked",
    "follow_ups_due",
    "follow_ups_of",
    "handed_to_me",
    "has_another_chief",
    "identifying_files",
    "identities_left_behind",
    "identities_to_send",
    "imports_of",
    "in_line",
    "inbox",
    "is_for_another_chief",
    "latest_feedback",
    "loose_envelopes",
    "loose_reports",
    "meetings_arranged",
    "needs_now",
    "next_clocks",
    "number_spans",
    "objections_to_rule_on",
    "objections_upheld",
    "one_import",
    "one_report",
    "one_scan",
    "open_recusal_requests",
    "outings_due",
    "outings_of",
    "overdue",
    "own_boxes",
    "own_scan",
    "paper_templates",
    "promise_state",
    "promised",
    "promises_awaited",
    "provisional_years",
    "put_away_reports",
    "queue_counts",
    "refused_by_others",
    "refused_changes",
    "registered_reports",
    "reports_below",
    "reports_naming",
    "reports_with_term",
    "scans_discarded",
    "scans_waiting",
    "tally_of",
    "template_to_edit",
    "tickets_of",
    "timeline",
    "unread_letters",
    "urgent_letters",
    "visible_reports",
    "waiting_changes",
    "wordings_of",
]
