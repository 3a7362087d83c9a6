"""规则库: which rule held when it happened, and the office's own documents."""
