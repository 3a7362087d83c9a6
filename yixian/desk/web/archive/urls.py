"""Addresses of 归档."""

from django.urls import URLPattern, path

from yixian.desk.web.acts.base import act_urls
from yixian.desk.web.archive.acts import ACTS
from yixian.desk.web.archive.file import archive_file
from yixian.desk.web.archive.views import archive

archive_urls: list[URLPattern] = [
    path("archive", archive, name="archive"),
    path("archive/files/<uuid:uid>", archive_file, name="archive_file"),
    *act_urls(*ACTS),
]
