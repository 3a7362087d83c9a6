"""线索: the page of one clue, its ledger, and each act on it as a small form of its own."""
