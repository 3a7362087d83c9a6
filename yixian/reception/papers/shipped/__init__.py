"""The templates that come with the product: letters from plain texts, sheets and records as tables."""

from yixian.reception.papers.shipped.templates import shipped_template

__all__ = ["shipped_template"]
