"""Measurements, never timed tests: ``make bench`` prints them and writes bench/results.json."""
