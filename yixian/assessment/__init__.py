"""研判: what a registered report is, whose it is, and which matter it belongs to; and looking at every open matter.

Verbs: classify_report, decide_jurisdiction, open_matter, link_report, unlink_report, send_up_report, transfer_out,
print_letter, record_transfer_reply, open_screening, take_in_matters, decide_screened, close_screening,
print_screening, export_screening, make_plan, revise_plan, add_plan_step, finish_plan_step, change_plan_step,
read_plan, accept_transfer, object_to_transfer, consent_to_objection, insist_on_transfer, report_result,
read_transfer, issue_supervision, answer_supervision, return_answer, settle_supervision, read_supervision,
print_supervision, export_parcel, import_parcel, export_receipt, accept_arrival, object_to_arrival,
report_arrival_result, read_arrival, print_arrival, answer_arrival_supervision,
read_arrival_supervision, print_arrival_supervision, ask_crossing, read_crossing_request, propose_crossing,
offer_crossing, clear_crossing, accept_crossing, refuse_crossing, hand_down_crossing, return_crossing, end_crossing,
read_crossing, ask_consultation, convene_consultation, invite_unit, uninvite_unit, list_items, write_material,
issue_material, call_consultation, open_consultation, give_opinion, record_opinion, recuse_seat, note_seat_recusal,
open_opinions, decide_item, defer_item, take_off_item, close_consultation, cancel_consultation, follow_up_duty,
extend_duty, finish_duty, read_item, read_seat_item. What a model proposes here is a suggestion with its reasons; a
person decides, and the decision is remembered beside the suggestion.
"""
