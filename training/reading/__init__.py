"""How the reader's models are made: `python -m training.reading` builds them all from ../shared/data."""
