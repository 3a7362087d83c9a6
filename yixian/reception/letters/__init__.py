"""Paper: letters, their covers and scans, and what lies in a report box. Here are its words."""
