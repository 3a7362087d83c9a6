"""The word lists: surnames, posts, endings of units and places, and the words that accuse, ask or date.

They are data. Each was written from general knowledge of the language and of how offices are called,
none was copied from a report.
"""
