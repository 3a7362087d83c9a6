"""导入台账: from an office's own file to registered reports.

A file is read once and sealed at once (``intake``); its columns and words are mapped (``plan``); each row becomes a
draft of a report or a list of problems (``reading``); drafts are entered many at a time (``entering``). Nothing here
asks who may: the actions do.
"""
