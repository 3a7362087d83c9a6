"""A browser as light as one can be: a connection, cookies, forms. It measures every request that it makes.

It stands behind an HTTPS proxy as an office's visitors do: the proxy's header says so, and secure cookies come back.
"""

import http.client
import re
import secrets
import time
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlencode, urlsplit

PATIENCE = 60.0
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
FORM = "application/x-www-form-urlencoded"
REDIRECTS = (301, 302, 303)


class Unexpected(Exception):
    """An answer that no reporter should meet. ``kind`` is counted; the words are for whoever looks into it."""

    def __init__(self, kind: str, words: str = "") -> None:
        super().__init__(f"{kind} {words}".strip())
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    status: int
    text: str = field(repr=False)
    location: str = ""

    def require_whole(self) -> None:
        """Every byte came, to the end of the page."""
        if self.status != 200 or not self.text.rstrip().endswith("</html>"):
            raise Unexpected(f"status {self.status}", self.text[:200])


@dataclass(eq=False)
class Browser:
    """``seconds`` of the last request, from its first byte out to its last byte in."""

    port: int
    host: str = "127.0.0.1"
    cookies: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    _connection: http.client.HTTPConnection | None = None

    def get(self, path: str) -> Page:
        return self.follow(self.ask("GET", path))

    def post(self, page: Page, fields: dict[str, str], path: str = "") -> Page:
        """Press the button of this page; the page that one ends up with."""
        return self.follow(self.press(page, fields, path))

    def press(self, page: Page, fields: dict[str, str], path: str = "") -> Page:
        """The answer itself, before any redirect is followed."""
        token = TOKEN.search(page.text)
        body = {**({"csrfmiddlewaretoken": unescape(token[1])} if token else {}), **fields}
        return self.ask("POST", path or page.path, urlencode(body))

    def upload(self, page: Page, name: str, content: bytes) -> Page:
        """Hand in one plain file by the form's field ``file``, as a browser packs it, and go on."""
        token, mark = TOKEN.search(page.text), secrets.token_hex(12)
        part = f"--{mark}\r\nContent-Disposition: form-data; name="
        head = f'{part}"csrfmiddlewaretoken"\r\n\r\n{unescape(token[1]) if token else ""}\r\n'
        head += f'{part}"file"; filename="{name}"\r\nContent-Type: text/plain\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        return self.follow(self.ask("POST", page.path, body, f"multipart/form-data; boundary={mark}"))

    def ask(self, method: str, path: str, body: str | bytes | None = None, kind: str = FORM) -> Page:
        started = time.perf_counter()
        try:
            answer = self._answer(method, path, body, kind)
            text = answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            self.close()
            raise
        self.seconds = time.perf_counter() - started
        self._keep_cookies(answer)
        return Page(path, answer.status, text, answer.headers.get("Location", ""))

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def follow(self, page: Page) -> Page:
        """Where the redirects of this answer lead; every page on the way must be whole."""
        for _ in range(5):
            if page.status not in REDIRECTS:
                break
            page = self.ask("GET", _path(page.location))
        page.require_whole()
        return page

    def _answer(
        self, method: str, path: str, body: str | bytes | None, kind: str
    ) -> http.client.HTTPResponse:
        """On a connection that the server closed while it was idle, once more on a new one, as every browser does."""
        was_open = self._connection is not None
        try:
            connection = self._connected()
            connection.request(method, path, body, self._headers(kind if body is not None else ""))
            return connection.getresponse()
        except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
            self.close()
            if not was_open:
                raise
        return self._answer(method, path, body, kind)

    def _connected(self) -> http.client.HTTPConnection:
        if self._connection is None:
            self._connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        return self._connection

    def _headers(self, kind: str) -> dict[str, str]:
        headers = {
            "X-Forwarded-Proto": "https",
            "Referer": f"https://{self.host}:{self.port}/",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        return headers | ({"Content-Type": kind} if kind else {})

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name.strip()] = value.strip('"')


def _path(location: str) -> str:
    split = urlsplit(location)
    return split.path + (f"?{split.query}" if split.query else "")
