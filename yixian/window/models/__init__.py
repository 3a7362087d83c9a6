"""What the window remembers between two pages, and for no longer."""

from yixian.window.models.drawer import Drawer

__all__ = ["Drawer"]
