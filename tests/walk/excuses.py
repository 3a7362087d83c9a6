"""Public functions of the houses that no rule of the walk takes, each with the reason; kept short by the house test."""

INNER = {
    "reception.answer_sender": "accept_transfer and report_result answer with it",
    "reception.close_returned": "consent_to_objection takes back with it",
    "reception.deliver_report": "transfer_out delivers with it",
    "reception.import_rows": "brought with class and matter, as the desk does it (bring_rows)",
    "reception.lend_report": "hand_down_crossing lends with it",
    "reception.meet_clock": "what meets a clock meets it so",
    "reception.meet_clocks": "resolution's close_matter meets all with it",
    "reception.note_classed": "classify_report and the import write the class on the report with it",
    "reception.note_passage": "transfer_out and its answers note it",
    "reception.pass_on_report": "transfer_out passes on with it",
    "reception.put_away_report": "archive_matter puts each report away with it",
    "reception.start_clocks": "whatever starts a clock starts it so",
    "reception.take_lent_back": "end_crossing takes back with it",
    "reception.undo_rows": "taken back with class and matter, as the desk does it (take_rows_back)",
    "assessment.close_matter": "resolution's close_matter closes with it",
    "assessment.put_away_matter": "archive_matter puts away with it",
    "assessment.settle_imported": "brought with class and matter, as the desk does it (bring_rows)",
    "assessment.unsettle_imported": "taken back with class and matter, as the desk does it (take_rows_back)",
    "protection.end_loans_of": "recuse_seat and note_seat_recusal end loans with it",
    "protection.erase_copy": "register_scan destroys its own copies with it",
    "protection.lend_seals": "call_consultation lends the material with it",
    "protection.open_lent": "read_seat_item opens with it",
    "protection.forget_own_wrap": "send_up_as_envelope forgets with it what goes up",
    "protection.reseal_slots": "what goes elsewhere is sealed anew with it",
    "protection.rewrap": "deliver_report gives the words along with it",
    "protection.withdraw_wrap": "consent_to_objection ends the receiver's way with it",
    "protection.raise_alert": "acts that tell the chief raise it",
    "protection.rewrap_watch": "deliver_report gives the watch along with it",
    "protection.scan_outgoing": "every text that goes out is held against the reporter with it",
}
"""Acts that no screen offers by themselves: others do them, and the long walk shows that it met each in the trail."""

PARCELS = "added 2026-11-26, not walked yet: another installation; tests/assessment/actions/test_parcels.py"
CARDS = "added 2026-11-26, not walked yet: another installation; tests/desk/web/partners"
LATELY = {
    "assessment.ask_crossing": "added 2026-11-26, not walked yet; tests/assessment/actions",
    "assessment.read_crossing_request": "added 2026-11-26, not walked yet; tests/assessment/actions",
}
NOT_WALKED = {
    **LATELY,
    **dict.fromkeys(
        (
            "reception.give_back_parcel",
            "reception.pack_report",
            "reception.pack_reporter",
            "reception.take_in_parcel",
            "reception.take_in_reporter",
            "assessment.accept_arrival",
            "assessment.export_parcel",
            "assessment.export_receipt",
            "assessment.import_parcel",
            "assessment.object_to_arrival",
            "assessment.print_arrival",
            "assessment.read_arrival",
            "assessment.report_arrival_result",
            "protection.carry_identity",
        ),
        PARCELS,
    ),
    **dict.fromkeys(
        (
            "protection.confirm_partner",
            "protection.introduce_partner",
            "protection.make_partner_card",
            "protection.retire_partner",
            "protection.tell_changed_key",
        ),
        CARDS,
    ),
    "protection.close_account": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.close_sitting": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.erase_seal": "no screen and no act calls it yet; tests/protection/actions/test_opening.py",
    "protection.found_office": "each walk begins with it, by the system and not by a person",
    "protection.grant_role": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.hand_keys": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.open_account": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.open_versions": "no screen and no act calls it yet; tests/protection/actions/test_opening.py",
    "protection.recover_office": "by the halves of the recovery phrase; tests/config/commands",
    "protection.renew_account": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.revoke_role": "accounts stand still during a walk; tests/protection/actions/test_accounts.py",
    "protection.view_identity_file": "tests/protection/actions/test_identity.py; a walk has no file that shows who",
}
"""Not in a walk at all."""
