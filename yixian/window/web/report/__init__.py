"""The report flow: read, answer one question a page, look everything over, send, keep the code."""
