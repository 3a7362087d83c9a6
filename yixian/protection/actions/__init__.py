"""The front door of protection: everything that later houses do with seals, keys, identities and sittings.

Sealing and tokens leave no entry of their own: the action that seals is itself in the trail. Every opening,
refused opening, loan, hand-over, log-in and presented code is.
"""

from yixian.protection.actions.accounts import (
    OpenedAccount,
    change_passphrase,
    close_account,
    grant_role,
    open_account,
    renew_account,
    revoke_role,
)
from yixian.protection.actions.alerts import mark_alert_seen, raise_alert
from yixian.protection.actions.attempts import TooManyAttempts
from yixian.protection.actions.bulk import (
    ToSeal,
    add_to_own,
    erase_many,
    forget_many,
    index_many,
    keep_for_self,
    open_own,
    seal_many,
    token_maker,
    tokens_ever,
)
from yixian.protection.actions.code_reading import CodeReading, read_code
from yixian.protection.actions.drawers import (
    DrawerKey,
    drawer_key,
    lock_drawer,
    lock_in_drawer,
    new_drawer_key,
    unlock_drawer,
    unlock_from_drawer,
)
from yixian.protection.actions.founding import Founder, Founding, found_office, recover_office
from yixian.protection.actions.handing import hand_keys, keys_awaited
from yixian.protection.actions.identity import (
    LoanOver,
    grant_identity,
    read_identity_reason,
    refuse_identity,
    request_identity,
    view_identity,
    view_identity_file,
)
from yixian.protection.actions.lending import end_loans_of, lend_seals, open_lent, seal_and_keep
from yixian.protection.actions.opening import (
    NoKey,
    SealBroken,
    erase_copy,
    erase_seal,
    forget_own_wrap,
    open_bytes,
    open_seal,
    open_seals,
    open_versions,
    own_seals,
    reseal_slots,
    rewrap,
    rewrap_watch,
    withdraw_wrap,
)
from yixian.protection.actions.permitting import require
from yixian.protection.actions.proof import Challenge, NotProven, issue_challenge, require_proof
from yixian.protection.actions.reaching import organs_reaching
from yixian.protection.actions.receipts import (
    IssuedReceipt,
    NewCode,
    WrongCode,
    issue_receipt,
    make_code,
    present_code,
)
from yixian.protection.actions.recusing import ask_recusal, decide_recusal, declare_recusal
from yixian.protection.actions.scanning import Finding, scan_outgoing
from yixian.protection.actions.sealing import NoOrganKey, new_seal_context, seal
from yixian.protection.actions.sittings import (
    LockedSitting,
    WrongPassphrase,
    close_sitting,
    lock_sitting,
    open_sitting,
    resume_sitting,
)
from yixian.protection.actions.tokens import Match, find_terms, forget_terms, index_terms, token
from yixian.vault.enums import Purpose

OFFICE, IDENTITY = Purpose.OFFICE, Purpose.IDENTITY

__all__ = [
    "IDENTITY",
    "OFFICE",
    "Challenge",
    "CodeReading",
    "DrawerKey",
    "Finding",
    "Founder",
    "Founding",
    "IssuedReceipt",
    "LoanOver",
    "LockedSitting",
    "Match",
    "NewCode",
    "NoKey",
    "NoOrganKey",
    "NotProven",
    "OpenedAccount",
    "Purpose",
    "SealBroken",
    "ToSeal",
    "TooManyAttempts",
    "WrongCode",
    "WrongPassphrase",
    "add_to_own",
    "ask_recusal",
    "change_passphrase",
    "close_account",
    "close_sitting",
    "decide_recusal",
    "declare_recusal",
    "drawer_key",
    "end_loans_of",
    "erase_copy",
    "erase_many",
    "erase_seal",
    "find_terms",
    "forget_many",
    "forget_own_wrap",
    "forget_terms",
    "found_office",
    "grant_identity",
    "grant_role",
    "hand_keys",
    "index_many",
    "index_terms",
    "issue_challenge",
    "issue_receipt",
    "keep_for_self",
    "keys_awaited",
    "lend_seals",
    "lock_drawer",
    "lock_in_drawer",
    "lock_sitting",
    "make_code",
    "mark_alert_seen",
    "new_drawer_key",
    "new_seal_context",
    "open_account",
    "open_bytes",
    "open_lent",
    "open_own",
    "open_seal",
    "open_seals",
    "open_sitting",
    "open_versions",
    "organs_reaching",
    "own_seals",
    "present_code",
    "raise_alert",
    "read_code",
    "read_identity_reason",
    "recover_office",
    "refuse_identity",
    "renew_account",
    "request_identity",
    "require",
    "require_proof",
    "reseal_slots",
    "resume_sitting",
    "revoke_role",
    "rewrap",
    "rewrap_watch",
    "scan_outgoing",
    "seal",
    "seal_and_keep",
    "seal_many",
    "token",
    "token_maker",
    "tokens_ever",
    "unlock_drawer",
    "unlock_from_drawer",
    "view_identity",
    "view_identity_file",
    "withdraw_wrap",
]
