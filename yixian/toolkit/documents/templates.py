"""Filling a Word template kept by an office, with everything typed by people escaped."""

import io
from collections.abc import Mapping
from pathlib import Path

from docxtpl import DocxTemplate


def fill_template(template: Path, values: Mapping[str, object]) -> bytes:
    """The filled .docx. A ``{{ name }}`` without a value is an error, not an empty gap on a signed paper."""
    document = DocxTemplate(template)
    missing = sorted(document.get_undeclared_template_variables() - set(values))
    if missing:
        raise KeyError(f"文书模板“{template.name}”缺少：{'、'.join(missing)}")
    document.render(dict(values), autoescape=True)
    filled = io.BytesIO()
    document.save(filled)
    return filled.getvalue()
