"""办理: each act on a report as one small form on a page of its own, with its article."""
