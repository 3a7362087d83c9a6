"""The front door of reception: every verb of this work, with what it takes and gives."""

from yixian.reception.actions.accompanying import (
    drop_accompaniment,
    note_answer_view,
    note_office_answer,
    plan_accompaniment,
    record_accompaniment,
)
from yixian.reception.actions.appointments import (
    answer_appointment,
    close_appointment,
    move_appointment,
    note_answer,
    offer_appointment,
    record_appointment,
)
from yixian.reception.actions.attachments import attach_files, open_attachment
from yixian.reception.actions.boxes import confirm_box_opening, open_box
from yixian.reception.actions.by_code import (
    answer_question,
    ask_recusal_by_code,
    give_view,
    take_back_withdrawal,
)
from yixian.reception.actions.callbacks import agree_callback, end_callback, note_attempt
from yixian.reception.actions.clocks import (
    ask_extension,
    ask_suspension,
    decide_clock_change,
    meet_clock,
    meet_clocks,
    resume_clock,
    settle_clocks,
    start_clocks,
)
from yixian.reception.actions.deciding import (
    accept_report,
    decline_report,
    keep_as_repeat,
    reopen_report,
    take_up_kept,
)
from yixian.reception.actions.duty import cancel_duty, plan_duty, swap_duty
from yixian.reception.actions.envelopes import (
    note_envelope,
    seal_for_superior,
    send_envelope,
    send_identity_up,
    send_up_as_envelope,
)
from yixian.reception.actions.feedback import give_feedback, rate_handling, record_view
from yixian.reception.actions.following_up import add_follow_up, finish_follow_up, read_meeting
from yixian.reception.actions.front_office import FrontOfficeFacts, set_front_office
from yixian.reception.actions.handing_over import accept_hand_over, hand_over, refuse_hand_over
from yixian.reception.actions.importing import (
    Brought,
    ImportProblems,
    OpenedImport,
    begin_import,
    check_rows,
    drop_import,
    import_rows,
    map_columns,
    map_words,
    open_import,
    read_import_problems,
    start_import,
)
from yixian.reception.actions.interviews import (
    read_back_interview,
    read_interviews,
    sign_interview,
    write_interview,
)
from yixian.reception.actions.lending import lend_report, take_lent_back
from yixian.reception.actions.messages import (
    open_mailbox,
    read_messages,
    record_withdrawal,
    withdraw_report,
    write_as_reporter,
    write_to_reporter,
)
from yixian.reception.actions.notices import (
    UNNUMBERED,
    issue_notice,
    make_promise,
    preview_notice,
    preview_promise,
)
from yixian.reception.actions.outings import cancel_outing, plan_outing, record_outing
from yixian.reception.actions.passing_on import (
    deliver_report,
    pass_identity_on,
    pass_on_report,
    take_back_report,
)
from yixian.reception.actions.posters import PosterSize, print_posters
from yixian.reception.actions.printing import (
    SheetWords,
    print_approval,
    print_box_record,
    print_envelope_slip,
    print_feedback_record,
    print_notice,
    print_receipt,
    print_register,
)
from yixian.reception.actions.printing_talks import VisitWords, print_interview, print_visit
from yixian.reception.actions.promises import sign_promise
from yixian.reception.actions.putting_away import put_away_report
from yixian.reception.actions.queueing import call_next, close_ticket, issue_ticket, put_first
from yixian.reception.actions.reading import possible_repeats, read_report
from yixian.reception.actions.registering import (
    register_box_item,
    register_call,
    register_letter,
    register_other,
    register_visit,
)
from yixian.reception.actions.reported import add_reported, identify_reported
from yixian.reception.actions.scan_ends import register_scan, seal_scan_up, send_scan_up
from yixian.reception.actions.scans import (
    add_scan_pages,
    arrange_scan,
    correct_scan,
    discard_scan,
    open_scan,
    read_scan,
    restore_scan,
    see_scan_page,
    take_scan,
)
from yixian.reception.actions.settling import settle_recusal_request
from yixian.reception.actions.signing import verify_signing
from yixian.reception.actions.templates import (
    NotFitForUse,
    check_paper_template,
    preview_paper_template,
    return_to_paper_template,
    take_paper_template,
)
from yixian.reception.actions.transcribing import (
    OpenedTranscript,
    dictate,
    draft_transcript,
    read_transcripts,
    write_transcript,
)
from yixian.reception.actions.undoing import Undone, undo_import, undo_rows
from yixian.reception.actions.visits import meet_need, note_need
from yixian.reception.actions.web import register_web_report, submit_web_report
from yixian.reception.attaching import AttachmentContent, OpenedFile, ShowsWho
from yixian.reception.discretion import GivesAway, require_discreet
from yixian.reception.duty import DutyPlan
from yixian.reception.facts import (
    LIMITS,
    BoxFacts,
    BoxItemFacts,
    CoverFacts,
    EnvelopeFacts,
    RatingFacts,
    ReportedFacts,
    ReporterFacts,
    ReportFacts,
    WebCorrections,
    WebSubmission,
)
from yixian.reception.likeness import LikelyRepeat
from yixian.reception.mailbox import Invitation, Letter, Mailbox
from yixian.reception.meeting import (
    AccompanimentPlan,
    FollowUpFacts,
    MeetingRecord,
    Offer,
    OfficeAnswer,
    OutingPlan,
    OutingRecord,
    Said,
    Taken,
)
from yixian.reception.opening import PersonContent, ReportContent
from yixian.reception.papers import FilledPaper
from yixian.reception.papers import fill as fill_paper
from yixian.reception.papers.words import of_office as words_of_office
from yixian.reception.registration import Registered, Submitted
from yixian.reception.signature import stroke_of
from yixian.reception.spoken import CallbackFacts, InterviewWords, OpenedInterview, VisitFacts

__all__ = [
    "LIMITS",
    "UNNUMBERED",
    "AccompanimentPlan",
    "AttachmentContent",
    "BoxFacts",
    "BoxItemFacts",
    "Brought",
    "CallbackFacts",
    "CoverFacts",
    "DutyPlan",
    "EnvelopeFacts",
    "FilledPaper",
    "FollowUpFacts",
    "FrontOfficeFacts",
    "GivesAway",
    "ImportProblems",
    "InterviewWords",
    "Invitation",
    "Letter",
    "LikelyRepeat",
    "Mailbox",
    "MeetingRecord",
    "NotFitForUse",
    "Offer",
    "OfficeAnswer",
    "OpenedFile",
    "OpenedImport",
    "OpenedInterview",
    "OpenedTranscript",
    "OutingPlan",
    "OutingRecord",
    "PersonContent",
    "PosterSize",
    "RatingFacts",
    "Registered",
    "ReportContent",
    "ReportFacts",
    "ReportedFacts",
    "ReporterFacts",
    "Said",
    "SheetWords",
    "ShowsWho",
    "Submitted",
    "Taken",
    "Undone",
    "VisitFacts",
    "VisitWords",
    "WebCorrections",
    "WebSubmission",
    "accept_hand_over",
    "accept_report",
    "add_follow_up",
    "add_reported",
    "add_scan_pages",
    "agree_callback",
    "answer_appointment",
    "answer_question",
    "arrange_scan",
    "ask_extension",
    "ask_recusal_by_code",
    "ask_suspension",
    "attach_files",
    "begin_import",
    "call_next",
    "cancel_duty",
    "cancel_outing",
    "check_paper_template",
    "check_rows",
    "close_appointment",
    "close_ticket",
    "confirm_box_opening",
    "correct_scan",
    "decide_clock_change",
    "decline_report",
    "deliver_report",
    "dictate",
    "discard_scan",
    "draft_transcript",
    "drop_accompaniment",
    "drop_import",
    "end_callback",
    "fill_paper",
    "finish_follow_up",
    "give_feedback",
    "give_view",
    "hand_over",
    "identify_reported",
    "import_rows",
    "issue_notice",
    "issue_ticket",
    "keep_as_repeat",
    "lend_report",
    "make_promise",
    "map_columns",
    "map_words",
    "meet_clock",
    "meet_clocks",
    "meet_need",
    "move_appointment",
    "note_answer",
    "note_answer_view",
    "note_attempt",
    "note_envelope",
    "note_need",
    "note_office_answer",
    "offer_appointment",
    "open_attachment",
    "open_box",
    "open_import",
    "open_mailbox",
    "open_scan",
    "pass_identity_on",
    "pass_on_report",
    "plan_accompaniment",
    "plan_duty",
    "plan_outing",
    "possible_repeats",
    "preview_notice",
    "preview_paper_template",
    "preview_promise",
    "print_approval",
    "print_box_record",
    "print_envelope_slip",
    "print_feedback_record",
    "print_interview",
    "print_notice",
    "print_posters",
    "print_receipt",
    "print_register",
    "print_visit",
    "put_away_report",
    "put_first",
    "rate_handling",
    "read_back_interview",
    "read_import_problems",
    "read_interviews",
    "read_meeting",
    "read_messages",
    "read_report",
    "read_scan",
    "read_transcripts",
    "record_accompaniment",
    "record_appointment",
    "record_outing",
    "record_view",
    "record_withdrawal",
    "refuse_hand_over",
    "register_box_item",
    "register_call",
    "register_letter",
    "register_other",
    "register_scan",
    "register_visit",
    "register_web_report",
    "reopen_report",
    "require_discreet",
    "restore_scan",
    "resume_clock",
    "return_to_paper_template",
    "seal_for_superior",
    "seal_scan_up",
    "see_scan_page",
    "send_envelope",
    "send_identity_up",
    "send_scan_up",
    "send_up_as_envelope",
    "set_front_office",
    "settle_clocks",
    "settle_recusal_request",
    "sign_interview",
    "sign_promise",
    "start_clocks",
    "start_import",
    "stroke_of",
    "submit_web_report",
    "swap_duty",
    "take_back_report",
    "take_back_withdrawal",
    "take_lent_back",
    "take_paper_template",
    "take_scan",
    "take_up_kept",
    "undo_import",
    "undo_rows",
    "verify_signing",
    "withdraw_report",
    "words_of_office",
    "write_as_reporter",
    "write_interview",
    "write_to_reporter",
    "write_transcript",
]
