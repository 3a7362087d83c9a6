from yixian.trail.models.entry import Entry

__all__ = ["Entry"]
