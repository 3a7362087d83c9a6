"""登记: one screen for each channel, filled from the keyboard, with what the machine proposes beside it."""
