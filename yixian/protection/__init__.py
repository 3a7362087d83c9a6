"""保护: the only door to the vault; who may do what; recusal; redaction; the sittings of staff.

Front doors: ``actions`` (seal and open, receipts, identity, accounts, sittings, recusal, scanning),
``queries`` (may, why_not, lists of what waits), ``permits`` and ``officer`` (the words in which every house
says who may), ``enums``. Each house writes its own lines of the permit map in its ``access.py``.
"""
