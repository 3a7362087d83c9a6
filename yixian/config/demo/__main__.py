"""``python -m yixian.config.demo FOLDER``: make the demonstration in an empty folder.

A process of its own: Django reads once where its database is, and the server that follows reads another place.
"""

import gc
import os
import sys
from pathlib import Path


def main(folder: Path) -> None:
    os.environ["YIXIAN_HOME"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "yixian.config.settings.demo"
    os.environ.pop("YIXIAN_DATABASE", None)
    import django

    django.setup()
    from yixian.config.demo.preparing import prepare
    from yixian.toolkit.today import today

    gc.disable()  # the process ends before the garbage of Django's queries would matter
    prepare(folder, today=today())


if __name__ == "__main__":
    try:
        main(Path(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(130)
