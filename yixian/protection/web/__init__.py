"""The web side of protection: who sits at the desk, and the doors of its pages."""
