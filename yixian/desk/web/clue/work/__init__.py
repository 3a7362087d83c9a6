"""核查工作: tasks, evidence, gaps of a verification, and each act on them."""
