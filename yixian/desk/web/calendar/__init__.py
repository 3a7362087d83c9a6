"""承诺日历: what was promised to people, day by day."""
