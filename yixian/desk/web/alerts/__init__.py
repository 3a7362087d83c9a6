"""提醒: what the person in charge is told."""
