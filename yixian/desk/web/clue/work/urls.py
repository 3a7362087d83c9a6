"""The addresses of the work of a verification."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.clue.work import files
from yixian.desk.web.clue.work.view import ACTS, work

EVIDENCE = "clues/<uuid:clue_id>/evidence/<int:key>"
work_urls: list[URLPattern] = [
    path("clues/<uuid:clue_id>/work", work, name="work"),
    path(EVIDENCE, files.evidence_file, name="evidence_file"),
    path(f"{EVIDENCE}/content", files.evidence_content, name="evidence_content"),
    path(f"{EVIDENCE}/pages/<int:page>", files.evidence_page, name="evidence_page"),
    *act_urls(*ACTS),
]
