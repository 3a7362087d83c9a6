"""检索: over the blind index; the words never stand in an address."""
