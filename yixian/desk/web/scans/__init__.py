"""扫描件: a paper letter from the glass to the registration screen, page by page, under seal all the way."""
