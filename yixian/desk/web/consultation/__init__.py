"""联席会诊 for the office: the meetings by quarter, one meeting, one item of it, and the acts on each."""
