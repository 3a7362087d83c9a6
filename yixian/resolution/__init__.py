"""解决: from a clue to an outcome for each person, the answer, and the archived file.

Verbs: open_clue, propose_disposal, decide_disposal, open_verification, join_team, add_member, release_member,
issue_inquiry, preview_inquiry, serve_inquiry, withdraw_inquiry, record_inquiry_reply,
print_inquiry, open_inquiry_paper, end_inquiry,
give_task, answer_task, take_back_task, hand_over_task, record_evidence, open_evidence, hand_custody,
print_evidence_list, receive_custody, refuse_custody, note_gap, fill_gap, drop_gap, record_talk, read_back_talk,
sign_talk, print_talk, record_fact, correct_fact, strike_fact, add_local_rule, end_local_rule, open_local_rule,
submit_report, ask_county_review, take_county_review, answer_county_review, record_county_opinion,
withdraw_county_review, read_county_review, open_county_paper, decide_report, propose_outcome, decide_outcome,
preview_recommendation, issue_recommendation, answer_recommendation, check_recommendation, print_recommendation,
hand_on_case, note_case_receipt, propose_clarification, decide_clarification, carry_out_clarification,
print_clarification, reopen_handling, renew_clue, read_reopenings, supplement_file,
ask_petition_review, decide_petition_review, record_completion, close_matter, archive_matter,
print_file_index, read_file, export_file, hold_file, lift_hold, extend_retention,
draw_up_destruction, appraise_files, approve_destruction, return_destruction, attend_destruction, carry_out_destruction,
read_destruction, print_destruction_list.
Whoever proposes never decides: each decision is another person's.
"""
