"""The demonstration: an invented county, its people, and a year of reports."""
