"""参加会诊: what an invited account sees, and nothing else: its meetings, their items, its opinion, its duties."""
