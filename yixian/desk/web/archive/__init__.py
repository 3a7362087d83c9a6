"""/desk/archive: 年度归档, what is to be put away and what stands put away."""

from yixian.desk.web.archive.views import archive

__all__ = ["archive"]
