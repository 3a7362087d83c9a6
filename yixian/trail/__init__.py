"""留痕: who did what, on which record, when, and how it ended; never what the record says.

The trail has no foreign keys and no content, so it depends on nothing and stands below every other house
(decision 0003): each action of each house can leave an entry. Entries are hash-chained; the heads of the
chain are written daily to files, so that an edit, a deletion, a reordering, a truncation and a rebuilt
chain are all found by ``verify``.

Verbs: ``record``, ``leaves_trail``, ``seal_head``. Questions: ``entries``, ``verify``.
"""
