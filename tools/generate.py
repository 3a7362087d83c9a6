"""Write docs/generated and docs/glossary.md, or with --check say which of its pages are stale.

Each page is a pure function of the code: terms of the law, workflows, permits, what a thief could read.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"


def pages() -> dict[str, Callable[[], str]]:
    """File name and the function that writes it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    import django

    django.setup()
    from yixian.desk.glossary import glossary_page
    from yixian.desk.pages import workflows_page
    from yixian.protection.pages import permits_page, secrecy_page
    from yixian.reception.papers.page import placeholders_page
    from yixian.regulations.pages import terms_page

    return {
        "glossary.md": glossary_page,
        "generated/terms.md": terms_page,
        "generated/workflows.md": workflows_page,
        "generated/permits.md": permits_page,
        "generated/secrecy.md": secrecy_page,
        "generated/placeholders.md": placeholders_page,
    }


def stale_pages(folder: Path = DOCS) -> list[Path]:
    """The pages of the folder that do not say what the code says now."""
    return [
        path for path, text in _fresh(folder).items() if not path.exists() or path.read_text("utf-8") != text
    ]


def _fresh(folder: Path) -> dict[Path, str]:
    return {folder / name: write() for name, write in pages().items()}


def main() -> int:
    stale = stale_pages()
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"docs/{path.relative_to(DOCS)} 已过时，请执行 make generated\n")
        return 1 if stale else 0
    (DOCS / "generated").mkdir(parents=True, exist_ok=True)
    fresh = _fresh(DOCS)
    for path in stale:
        path.write_text(fresh[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
