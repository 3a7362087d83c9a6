"""接访: reports by letter, visit, call, box and web; receipts, promises, notices, messages, feedback, ratings.

What people said is sealed; here stand states, days, owners, clocks and numbers. A report waits in the inbox until
a session opens it; it is registered with a number, an owner (首办责任) and the clocks of the law; it is accepted,
declined, kept as a repeat, passed on, or sent up as an envelope; it ends with feedback, which may be rated.

Verbs: register_letter, register_visit, register_call, register_box_item, register_other, submit_web_report,
register_web_report, attach_files, open_attachment, verify_signing, open_box, confirm_box_opening,
note_envelope, send_envelope, seal_for_superior, send_up_as_envelope, send_identity_up, read_report,
possible_repeats, accept_report, decline_report, keep_as_repeat, take_up_kept, reopen_report, pass_on_report,
deliver_report, close_returned, answer_sender, note_passage, lend_report, take_lent_back, pass_identity_on,
take_back_report, make_promise, sign_promise, issue_notice, preview_notice,
preview_promise, print_notice, print_receipt, print_register, print_approval, print_feedback_record,
print_visit, print_interview, print_box_record, print_envelope_slip, print_posters, check_paper_template,
preview_paper_template, take_paper_template, return_to_paper_template, write_to_reporter, write_as_reporter,
read_messages, open_mailbox, withdraw_report, record_withdrawal, give_feedback, record_view, rule_on_objection,
rate_handling,
hand_over, accept_hand_over, refuse_hand_over, start_clocks, meet_clock, ask_extension, ask_suspension,
decide_clock_change, resume_clock, settle_clocks, add_reported, identify_reported, plan_duty, swap_duty,
cancel_duty, note_need, meet_need, write_interview, read_back_interview, sign_interview, read_interviews,
draft_transcript, write_transcript, read_transcripts, agree_callback, note_attempt, end_callback, issue_ticket,
call_next, close_ticket, put_first, set_front_office, answer_question, give_view, ask_recusal_by_code,
settle_recusal_request, take_back_withdrawal, plan_outing, record_outing, cancel_outing, offer_appointment,
answer_appointment, note_answer, move_appointment, record_appointment, close_appointment, plan_accompaniment,
record_accompaniment, note_office_answer, note_answer_view, drop_accompaniment, add_follow_up, finish_follow_up,
read_meeting, begin_import, open_import, map_columns, map_words, check_rows, start_import, import_rows,
read_import_problems, drop_import, undo_import, undo_rows, take_scan, add_scan_pages, arrange_scan, read_scan,
open_scan, see_scan_page, correct_scan, discard_scan, restore_scan, register_scan, seal_scan_up, send_scan_up,
dictate, meet_clocks, put_away_report, take_out_report, note_report_destroyed, note_classed, pack_report,
pack_reporter, take_in_parcel, take_in_reporter, give_back_parcel.
"""
