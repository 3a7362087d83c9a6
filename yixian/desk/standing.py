"""What an officer may be shown of matters: asked of assessment, which decides it in its queries."""

from yixian.assessment.queries import hidden_matters

__all__ = ["hidden_matters"]
