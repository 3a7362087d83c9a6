"""The mailbox by code: where it stands, what was written, a further word, the result, the rating."""
