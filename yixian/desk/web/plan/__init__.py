"""化解方案: the page of one matter's plan, and the acts on it."""
