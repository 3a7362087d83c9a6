"""All that the holder of a code may do, as one table in the order of the page."""

from yixian.window.web.mailbox import hardship, judging, meeting, telling
from yixian.window.web.mailbox.deed import Deed

DEEDS: dict[str, Deed] = {**telling.DEEDS, **meeting.DEEDS, **judging.DEEDS, **hardship.DEEDS}
