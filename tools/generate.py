"""Write docs/generated, or with --check say which of its pages are stale.

Each page is a pure function of the code: terms of the law, workflows, permits, what a thief could read.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "generated"


def pages() -> dict[str, Callable[[], str]]:
    """File name and the function that writes it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "yixian.config.settings.dev")
    import django

    django.setup()
    from yixian.protection.pages import permits_page, secrecy_page

    from yixian.desk.pages import workflows_page
    from yixian.regulations.pages import terms_page

    return {
        "terms.md": terms_page,
        "workflows.md": workflows_page,
        "permits.md": permits_page,
        "secrecy.md": secrecy_page,
    }


def main() -> int:
    fresh = {FOLDER / name: write() for name, write in pages().items()}
    stale = [path for path, text in fresh.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"docs/generated/{path.name} 已过时，请执行 make generated\n")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(fresh[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
