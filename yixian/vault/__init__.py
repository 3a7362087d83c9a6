"""密封柜: what is sealed, and the keys that open it. Only ``protection.actions`` comes in here.

``crypto`` is pure: algorithms behind one small interface, padding, receipt codes. ``models`` is what a thief
of the database would find. ``sealing`` puts away and opens, ``holding`` gives, takes and renews keys,
``blind`` makes the keyed tokens by which sealed reports can be searched. No record outside points in here:
others hold an opaque seal, the id of a data key. Decision 0004 tells the hierarchy.
"""
