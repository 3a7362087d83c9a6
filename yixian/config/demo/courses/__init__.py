"""What becomes of a report, as scenes: each course goes through the real actions of the houses, day by day."""

from yixian.config.demo.courses.downward import passed_down
from yixian.config.demo.courses.elsewhere import declined, referred, refused
from yixian.config.demo.courses.matters import matter
from yixian.config.demo.courses.short import accepted, answered, inbox, registered
from yixian.config.demo.courses.upward import assigned, envelope, sealed_up, sent_up

COURSES = {
    "accepted": accepted,
    "answered": answered,
    "assigned": assigned,
    "declined": declined,
    "direct": matter,
    "envelope": envelope,
    "held": matter,
    "inbox": inbox,
    "inquiry": matter,
    "passed_down": passed_down,
    "referred": referred,
    "refused": refused,
    "registered": registered,
    "sealed_up": sealed_up,
    "sent_up": sent_up,
    "verified": matter,
}
