"""一线: reports received, assessed and resolved at the front line.

The folders follow the work. Read docs/tour.md for the walk through them; each house's
own ``__init__`` says what its work is and lists its verbs.
"""

__version__ = "0.1.0"
