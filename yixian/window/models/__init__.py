"""What the window remembers between two pages, and for no longer."""

from yixian.window.models.drawer import Drawer
from yixian.window.models.drawer_file import DrawerFile

__all__ = ["Drawer", "DrawerFile"]
