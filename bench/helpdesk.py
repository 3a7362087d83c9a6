"""django-helpdesk on this machine: its public form, by the same server with the same threads and databases.

It is installed from the registry into a throw-away folder, by the hashes of bench/peers/helpdesk.txt (made with ``uv
pip compile --generate-hashes --no-header --no-annotate bench/peers/helpdesk.in``). It keeps a ticket in the clear and
asks for no proof: it does less work than we do, and that is what the comparison shows.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.office import wait_for

LOCK = Path(__file__).with_name("peers") / "helpdesk.txt"
PORT = 8690
SETTINGS = """
import os
from pathlib import Path
SECRET_KEY = "throw-away"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1"]
INSTALLED_APPS = ["django.contrib." + app for app in (
    "admin", "auth", "contenttypes", "sessions", "messages", "sites", "humanize", "staticfiles")]
INSTALLED_APPS += ["rest_framework", "helpdesk"]
MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware", "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware", "django.middleware.clickjacking.XFrameOptionsMiddleware"]
ROOT_URLCONF = "urls"
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {
    "context_processors": ["django.template.context_processors.request", "django.contrib.auth.context_processors.auth",
        "django.contrib.messages.context_processors.messages"]}}]
if os.environ.get("PEER_DATABASE"):
    from psycopg.conninfo import conninfo_to_dict
    parts = conninfo_to_dict(os.environ["PEER_DATABASE"])
    DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": parts.get("dbname"),
        "USER": parts.get("user"), "HOST": parts.get("host"), "PORT": str(parts.get("port") or ""),
        "OPTIONS": {"pool": True}}}
else:
    DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": Path(__file__).with_name("peer.sqlite3"),
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command":
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-20000;"}}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
STATIC_URL = "/static/"
SITE_ID = 1
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
HELPDESK_VIEW_A_TICKET_PUBLIC = True
HELPDESK_TEAMS_MODE_ENABLED = False
LOGGING = {"version": 1, "disable_existing_loggers": True,
    "handlers": {"console": {"class": "logging.StreamHandler"}}, "root": {"handlers": ["console"], "level": "ERROR"}}
"""
URLS = 'from django.urls import include, path\nurlpatterns = [path("", include("helpdesk.urls"))]\n'
WSGI = "from django.core.wsgi import get_wsgi_application\napplication = get_wsgi_application()\n"
PREPARE = """
import django
django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0, interactive=False)
from helpdesk.models import Queue
Queue.objects.create(pk=1, title="Reports", slug="reports", allow_public_submission=True)
"""
SERVE = """
from granian import Granian
from granian.constants import Interfaces
Granian("wsgi:application", address="127.0.0.1", port={port}, interface=Interfaces.WSGI, workers=1,
    blocking_threads=8, log_access=False, log_enabled=False, websockets=False).serve()
"""


class NotToBeHad(Exception):
    """The registry is out of reach, or gave other files than the lock names."""


@dataclass
class Peer:
    folder: Path
    database: str = ""
    port: int = PORT
    server: subprocess.Popen[bytes] | None = None

    @property
    def python(self) -> str:
        return str(self.folder / "venv" / "bin" / "python")

    def install(self) -> None:
        subprocess.run([sys.executable, "-m", "venv", str(self.folder / "venv")], check=True)
        wanted = ["-m", "pip", "install", "-qq", "--no-deps", "--require-hashes", "-r", str(LOCK)]
        done = subprocess.run([self.python, *wanted], capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotToBeHad(done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "pip failed")
        for name, text in (("settings", SETTINGS), ("urls", URLS), ("wsgi", WSGI)):
            (self.folder / f"{name}.py").write_text(text, "utf-8")

    @contextmanager
    def served(self, database: str = "") -> Iterator["Peer"]:
        """With tables of its own: a new file, or the database at this address."""
        environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "settings", "PEER_DATABASE": database}
        environment.pop("PYTHONPATH", None)
        run = {"cwd": self.folder, "env": environment}
        for old in self.folder.glob("peer.sqlite3*"):
            old.unlink()
        subprocess.run([self.python, "-c", PREPARE], check=True, **run)
        serve = [self.python, "-c", SERVE.format(port=self.port)]
        self.server = subprocess.Popen(serve, start_new_session=True, **run)
        try:
            wait_for(self.port, "/tickets/submit/")
            yield self
        finally:
            os.killpg(self.server.pid, signal.SIGTERM)
            self.server.wait(15)


@contextmanager
def installed() -> Iterator[Peer]:
    with tempfile.TemporaryDirectory(prefix="yixian-peer-") as folder:
        peer = Peer(Path(folder))
        peer.install()
        yield peer
