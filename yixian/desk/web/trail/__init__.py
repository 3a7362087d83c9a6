"""留痕: the auditor's pages."""
