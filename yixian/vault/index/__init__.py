"""The index of tokens as it lies in the database: a tail of what came last, and segments that are never changed.

A row for each token of each record would be a hundred million rows for a million letters, each written at a place of
its own. Here a new record is one row of the tail (``IndexTail``: its tokens side by side). When the tail is long it
becomes a segment: tokens in order, cut into pages of some kilobytes, each token with the numbers of the records that
hold it, as differences in few bytes. Segments of one size are merged into one of the next (a log-structured merge
tree, O'Neil 1996), so that a question asks few of them and each token is rewritten a few times in its life.

Everything is a row of the same database: what is written with a report is found with it, and after a crash too.
To forget a record rewrites the segment in which it stands.
"""
