"""研判: what a registered report is, whose it is, and which matter it belongs to.

Verbs: classify_report, decide_jurisdiction, open_matter, link_report, unlink_report, transfer_out,
print_letter, record_transfer_reply. What a model proposes here is a suggestion with its reasons; a person
decides, and the decision is remembered beside the suggestion.
"""
