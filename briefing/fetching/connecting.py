"""Asking for one page: redirects, proxies and connections."""

from __future__ import annotations

import functools
import http.client
import socket
import ssl
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from briefing import __version__
from briefing.errors import NotFetched
from briefing.fetching import unpacking
from briefing.fetching.address import is_inside, redirected, shown

_REDIRECTS = 5
_CHUNK = 1 << 16
_HEADERS = [
    ("User-Agent", f"Mozilla/5.0 (compatible; briefing/{__version__})"),
    ("Accept", "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5"),
    ("Accept-Language", "en,*;q=0.5"),
    ("Accept-Encoding", "gzip, deflate"),
]
_NOT_PAGES = {"image": "a picture", "audio": "sound", "video": "a video", "font": "a font"}
_DATA = ("/json", "/javascript", "/x-javascript", "/css", "/zip", "/csv", "+json")


@dataclass(frozen=True, slots=True)
class Answer:
    url: str
    content_type: str
    """``text/html``; empty where the server does not say."""
    charset: str
    data: bytes


class Request:
    """One wish, and the connections it takes. ``run`` goes in a thread of its own."""

    def __init__(self, address: str, url: str, seconds: float, size: int) -> None:
        self.progress = (0, 0)
        """Bytes read, of so many."""
        self._address, self._url = address, url
        self.result: Answer | BaseException = self._failure("it was given up")
        self._seconds, self._size = seconds, size
        self._sockets: list[socket.socket] = []
        self._abandoned = False
        self._outside = False
        """Whether it has led over a server outside the person's own network."""

    def run(self) -> None:
        try:
            self.result = self._followed()
        except NotFetched as error:
            self.result = error
        except Exception as error:
            self.result = self._failure(_why(error, self._seconds))

    def abandon(self) -> None:
        """Wake the thread from whatever it waits for."""
        self._abandoned = True
        for each in self._sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def _failure(self, reason: str) -> NotFetched:
        return NotFetched(shown(self._address), reason)

    def _followed(self) -> Answer:
        url = self._url
        for _ in range(_REDIRECTS + 1):
            try:
                with self._opener(url).open(url, timeout=self._seconds) as response:
                    return self._taken(url, response)
            except urllib.error.HTTPError as error:
                with error:
                    target = error.headers.get("Location")
                    if error.code not in (301, 302, 303, 307, 308) or not target:
                        raise self._failure(f"the server says {_status(error.code)}") from None
                    url = redirected(self._address, url, target)
        raise self._failure(f"it leads on from page to page, more than {_REDIRECTS} times")

    def _opener(self, url: str) -> urllib.request.OpenerDirector:
        """Only what http and https need: no files, no FTP, no cookies, no passwords."""
        proxied = self._is_proxied(url)
        opener = urllib.request.OpenerDirector()
        opener.addheaders = _HEADERS
        for handler in (
            urllib.request.ProxyHandler(None if proxied else {}),
            urllib.request.UnknownHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            _Handler(functools.partial(self._connected, proxied)),
        ):
            opener.add_handler(handler)
        return opener

    def _is_proxied(self, url: str) -> bool:
        """As the system is set up. Raises NotFetched as ``_step`` does."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in urllib.request.getproxies() or urllib.request.proxy_bypass(
            parts.netloc
        ):
            return False
        # The proxy looks the name up, so that only what the name says is known.
        inside = host == "localhost"
        with suppress(ValueError):
            inside = inside or is_inside(host)
        self._step(inside)
        return True

    def _step(self, inside: bool) -> None:
        """A page outside must not make this machine ask a server inside the person's network,
        such as a router, which nobody has asked for."""
        if inside and self._outside:
            raise self._failure("it leads into your own network, where no page may send you")
        self._outside = self._outside or not inside

    def _connected(
        self, proxied: bool, address: tuple[str, int], timeout: float, source: Any = None
    ) -> socket.socket:
        """Calls one of a host's IP addresses, after it has looked at them."""
        found = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)
        places = [(str(each[4][0]), address[1]) for each in found]
        if not proxied:
            self._step(any(is_inside(ip) for ip, _ in places))
        failed: OSError = OSError("no address")
        for place in places:
            if self._abandoned:
                break
            try:
                made = socket.create_connection(place, timeout, source)
            except OSError as error:
                failed = error
            else:
                self._sockets.append(made)
                return made
        raise failed

    def _taken(self, url: str, response: http.client.HTTPResponse) -> Answer:
        headers = response.headers
        kind = headers.get_content_type() if headers.get("Content-Type") else ""
        what = _NOT_PAGES.get(kind.partition("/")[0]) or ("data" if kind.endswith(_DATA) else "")
        if what:
            raise self._failure(f"it is {what} ({kind}), not a page")
        data = self._read(response, headers.get("Content-Encoding", ""))
        if not data.strip():
            raise self._failure("there is nothing there")
        return Answer(url, kind, str(headers.get_content_charset() or ""), data)

    def _read(self, response: http.client.HTTPResponse, packing: str) -> bytes:
        total = response.length or 0
        self._bound(total)
        unpacker = unpacking.Unpacker(packing, self._size)
        read = 0
        while chunk := response.read1(_CHUNK):
            if self._abandoned:
                raise self._failure("it was given up")
            read += len(chunk)
            self._bound(read)
            self.progress = (min(read, total), total)
            unpacker.take(chunk)
        if response.length:
            raise http.client.IncompleteRead(b"")
        return unpacker.finished()

    def _bound(self, size: int) -> None:
        if size > self._size:
            raise unpacking.TooMuch(self._size)


class _Handler(urllib.request.HTTPSHandler, urllib.request.HTTPHandler):
    """http and https over connections made by ``connect``."""

    def __init__(self, connect: Any) -> None:
        super().__init__(context=_trust())
        self._connect = connect

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(self._made(http.client.HTTPConnection), req)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        made = self._made(http.client.HTTPSConnection)
        return self.do_open(made, req, context=self._context)  # type: ignore[attr-defined]

    def _made(self, kind: type[http.client.HTTPConnection]) -> Any:
        def connection(*arguments: Any, **options: Any) -> http.client.HTTPConnection:
            made = kind(*arguments, **options)
            made._create_connection = self._connect  # type: ignore[attr-defined]
            return made

        return connection


def _trust() -> ssl.SSLContext:
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:  # as on macOS with Python's own installer
        with suppress(ImportError):
            import certifi

            context.load_verify_locations(certifi.where())
    return context


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)


def _why(error: BaseException, seconds: float) -> str:
    """A clause for a person, from what the libraries raise."""
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, Exception):
        error = error.reason
    match error:
        case unpacking.TooMuch():
            return f"it is larger than {error.limit / 1_000_000:g} MB"
        case unpacking.Unknown():
            return "the server packs it in a way that is not known here"
        case unpacking.Broken() | http.client.IncompleteRead():
            return "the server did not send all of it"
        case ssl.SSLCertVerificationError():
            return f"its certificate cannot be trusted ({error.verify_message})"
        case ssl.SSLError():
            return "no encrypted connection to the server could be made"
        case socket.gaierror() | UnicodeError():
            return "no such server can be found; check the address, and the internet connection"
        case TimeoutError():
            return f"the server did not answer within {seconds:g} seconds"
        case ConnectionRefusedError():
            return "the server does not accept connections there"
        case ConnectionError():
            return "the server broke off the connection"
        case http.client.HTTPException():
            return "what the server answered makes no sense"
        case OSError():
            return f"there is no connection to the server ({error.strerror or error})"
        case _:
            return f"something unforeseen happened ({type(error).__name__}: {error})"
