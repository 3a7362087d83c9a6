"""导入台账: upload, columns, words, dry run, import, undo; each a page that works without JavaScript."""
