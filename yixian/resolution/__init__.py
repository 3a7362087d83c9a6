"""解决: from a clue to an outcome for each person, the answer, and the archived file.

Verbs: open_clue, propose_disposal, decide_disposal, open_verification, join_team, submit_verification_report,
decide_verification_report, propose_outcome, decide_outcome, record_completion, close_matter, archive_matter.
Whoever proposes never decides: each decision is another person's.
"""
