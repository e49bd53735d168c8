"""One page from an address, against servers on this machine."""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from briefing import fetching, pipeline
from briefing.errors import Cancelled, NotFetched, Refused
from briefing.fetching import connecting
from briefing.fetching.address import checked, is_inside
from briefing.messages import describe

TODAY = date(2021, 9, 22)
PAGE = b"<!doctype html><title>Ostvik</title><p>The port of Ostvik was opened again."
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    base: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """(path, headers) of every request."""

    def page(
        self,
        path: str,
        body: bytes = PAGE,
        type: str = "text/html",
        status: int = 200,
        **headers: str,
    ) -> str:
        def answer(to: BaseHTTPRequestHandler) -> None:
            to.send_response(status)
            if type:
                to.send_header("Content-Type", type)
            for name, value in ({"Content_Length": str(len(body))} | headers).items():
                to.send_header(name.replace("_", "-"), value)
            to.end_headers()
            to.wfile.write(body)

        return self.raw(path, answer)

    def raw(self, path: str, answer: Answer) -> str:
        self.answers[path] = answer
        return self.base + path

    def leads(self, path: str, to: str, status: int = 302) -> str:
        return self.page(path, b"", status=status, Location=to)


class _Handler(BaseHTTPRequestHandler):
    served: Server

    def do_GET(self) -> None:
        self.served.asked.append((self.path, dict(self.headers.items())))
        answer = self.served.answers.get(self.path)
        with contextlib.suppress(OSError):
            if answer is None:
                self.send_error(404)
            else:
                answer(self)

    def log_message(self, *_: Any) -> None: ...


@contextlib.contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    handler = type("Handler", (_Handler,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        if context is not None:
            http.socket = context.wrap_socket(http.socket, server_side=True)
            http.handle_error = lambda *_: None  # type: ignore[method-assign]
        scheme = "https" if context else "http"
        handler.served = Server(f"{scheme}://localhost:{http.server_address[1]}")
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield handler.served
        finally:
            http.shutdown()
            thread.join()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    with serving() as made:
        yield made


def why(address: str, **bounds: Any) -> str:
    with pytest.raises(NotFetched) as caught:
        fetching.fetch(address, **bounds)
    assert describe(caught.value).count("\n") == 0
    return caught.value.reason


# ------------------------------------------------------------ when all is well


def test_a_page_is_fetched_and_nothing_else_is_asked_for(server: Server) -> None:
    body = PAGE + b'<img src="/a.png"><script src="/a.js"></script><link href="/a.css">'
    address = server.page("/news/ostvik.html", body)
    fetched = fetching.fetch(address)
    assert (fetched.data, fetched.url, fetched.format) == (body, address, ".html")
    assert fetched.name == "ostvik.html"
    [(path, headers)] = server.asked
    assert path == "/news/ostvik.html"
    assert {"Cookie", "Referer", "Authorization"}.isdisjoint(headers)


def test_it_becomes_an_article_that_knows_where_it_is_from(server: Server) -> None:
    address = server.page("/a.txt", b"The port of Ostvik was opened again.", "text/plain")
    loaded = pipeline.fetch(address, TODAY)
    card = loaded.article.card
    assert (card.url, card.accessed) == (address, TODAY)
    assert {"url", "accessed"} <= dict(loaded.article.card_cues).keys()
    assert loaded.article.text == "The port of Ostvik was opened again."
    assert (loaded.how.format, loaded.article.name) == (".txt", "a.txt")


@pytest.mark.parametrize(
    ("path", "name"),
    [("/", "localhost"), ("/a/b/", "b"), ("/%C3%A5rsdag?x=1", "årsdag"), ("/a%0Ab%2F..", "a b/..")],
)
def test_the_name_is_the_last_part_of_the_address(server: Server, path: str, name: str) -> None:
    assert fetching.fetch(server.page(path)).name == name


@pytest.mark.parametrize(
    ("type", "body", "format"),
    [
        ("text/html; charset=utf-8", PAGE, ".html"),
        ("application/xhtml+xml", PAGE, ".html"),
        ("text/plain", b"Text.", ".txt"),
        ("text/plain", PAGE, ".txt"),
        ("application/pdf", b"%PDF-1.7", ".pdf"),
        ("text/html", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", b"%PDF-1.7", ".pdf"),
        ("application/octet-stream", PAGE, ".html"),
        ("", PAGE, ".html"),
        ("", b"<p>bare", ".html"),
        ("", b"Text.", ".txt"),
        ("nonsense", b"Text.", ".txt"),
    ],
)
def test_the_format_is_told_by_the_server_or_the_bytes(
    server: Server, type: str, body: bytes, format: str
) -> None:
    assert fetching.fetch(server.page("/a", body, type)).format == format


@pytest.mark.parametrize(
    ("charset", "text", "encoding"),
    [
        ("utf-8", "Ærø", "utf-8"),
        ("iso-8859-1", "Ærø", "cp1252"),
        ("windows-1251", "Порт", "cp1251"),
        ("shift_jis", "港", "shift_jis"),
        ("nonsense", "Ærø", None),
        ("", "Ærø", None),
    ],
)
def test_the_encoding_is_what_the_server_says(
    server: Server, charset: str, text: str, encoding: str | None
) -> None:
    type = f"text/html; charset={charset}" if charset else "text/html"
    body = text.encode(encoding or "utf-8")
    assert fetching.fetch(server.page("/a", body, type)).encoding == encoding


@pytest.mark.parametrize(
    ("charset", "body"),
    [("utf-8", "Ærø".encode("cp1252")), ("latin-1", "Ærø".encode()), ("cp1251", b"\xef\xbb\xbfa")],
)
def test_what_the_server_says_of_the_encoding_must_fit(
    server: Server, charset: str, body: bytes
) -> None:
    address = server.page("/a", body, f"text/html; charset={charset}")
    assert fetching.fetch(address).encoding is None


def _raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("GZIP", lambda data: gzip.compress(data[:20]) + gzip.compress(data[20:])),
        ("deflate", zlib.compress),
        ("deflate", _raw_deflate),
        ("identity", bytes),
    ],
)
def test_a_packed_page_is_unpacked(
    server: Server, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    body = PAGE * 10_000
    address = server.page("/a", pack(body), Content_Encoding=packing)
    assert fetching.fetch(address).data == body


def _chunked(parts: list[bytes], end: bytes = b"0\r\n\r\n", pause: float = 0) -> Answer:
    def answer(to: BaseHTTPRequestHandler) -> None:
        to.protocol_version = "HTTP/1.1"
        to.send_response(200)
        to.send_header("Content-Type", "text/html")
        to.send_header("Transfer-Encoding", "chunked")
        to.end_headers()
        for each in parts:
            to.wfile.write(b"%x\r\n%s\r\n" % (len(each), each))
            time.sleep(pause)
        to.wfile.write(end)
        to.close_connection = True

    return answer


def test_a_page_may_come_in_chunks(server: Server) -> None:
    address = server.raw("/a", _chunked([PAGE] * 20))
    assert fetching.fetch(address).data == PAGE * 20


def test_progress_is_told(server: Server) -> None:
    address = server.page("/a", b"word " * 2_000_000)
    seen: list[tuple[int, int]] = []
    fetching.fetch(address, lambda *told: seen.append((*told, 0, 0)[:2]))
    assert {total for _, total in seen} <= {0, 10_000_000}


# ------------------------------------------------------------ redirects


def test_redirects_are_followed_and_the_last_address_is_kept(server: Server) -> None:
    server.page("/end?x=1")
    for number in range(5):
        server.leads(f"/{number}", f"/{number + 1}" if number < 4 else "end?x=1#there")
    fetched = fetching.fetch(f"{server.base}/0")
    assert (fetched.data, fetched.url) == (PAGE, f"{server.base}/end?x=1")


def test_more_than_five_redirects_are_not(server: Server) -> None:
    for number in range(7):
        server.leads(f"/{number}", f"/{number + 1}")
    assert "more than 5" in why(f"{server.base}/0")
    assert len(server.asked) == 6


def test_a_ring_of_redirects_ends(server: Server) -> None:
    assert "more than 5" in why(server.leads("/a", "/a", 308))


@pytest.mark.parametrize(
    "target",
    ["file:///etc/hostname", "ftp://localhost/a", "data:text/html,a", "javascript:alert(1)",
     "//user:secret@localhost/", "http://[", "\x7f://x"],
)  # fmt: skip
def test_a_redirect_out_of_the_web_is_refused(server: Server, target: str) -> None:
    assert "leads on to" in why(server.leads("/a", target))
    assert len(server.asked) == 1


def test_a_redirect_without_a_target_is_an_error(server: Server) -> None:
    assert "302" in why(server.page("/a", b"", status=302))


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """The host outside.example stands on this machine, but counts as one of the internet's."""
    found = socket.getaddrinfo

    def look_up(host: Any, *arguments: Any, **options: Any) -> Any:
        if host != "outside.example":
            return found(host, *arguments, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.215.14", arguments[0]))]

    def connect(place: tuple[str, int], *arguments: Any) -> socket.socket:
        ip = place[0].replace("93.184.215.14", "127.0.0.1")
        return create((ip, place[1]), *arguments)

    create = socket.create_connection
    monkeypatch.setattr(connecting.socket, "getaddrinfo", look_up)
    monkeypatch.setattr(connecting.socket, "create_connection", connect)


@pytest.mark.usefixtures("outside")
def test_a_page_outside_cannot_send_anyone_inside(server: Server) -> None:
    port = server.base.rpartition(":")[2]
    server.page("/router")
    for host in ("localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"):
        server.leads("/a", f"http://{host}:{port}/router")
        assert "your own network" in why(f"http://outside.example:{port}/a")
    assert {path for path, _ in server.asked} == {"/a"}


@pytest.mark.usefixtures("outside")
def test_the_person_may_go_inside_and_from_there_out(server: Server) -> None:
    port = server.base.rpartition(":")[2]
    server.page("/b")
    assert fetching.fetch(server.leads("/a", f"http://outside.example:{port}/b")).data == PAGE
    server.leads("/c", "/a")
    server.leads("/a", f"{server.base}/b")
    assert "your own network" in why(f"http://outside.example:{port}/c")


@pytest.mark.parametrize(
    ("ip", "inside"),
    [("127.0.0.1", True), ("10.0.0.1", True), ("169.254.169.254", True), ("fe80::1%eth0", True),
     ("::1", True), ("::ffff:10.0.0.1", True), ("0.0.0.0", True), ("100.64.0.1", True),
     ("93.184.215.14", False), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", False)],
)  # fmt: skip
def test_what_is_inside(ip: str, inside: bool) -> None:
    assert is_inside(ip) is inside


# ------------------------------------------------------------ addresses


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("example.org", "https://example.org/"),
        ("  example.org/a b".replace(" b", "%20b"), "https://example.org/a%20b"),
        ("HTTP://Example.ORG:8080/A?b=c#d", "http://example.org:8080/A?b=c"),
        ("example.org:8080", "https://example.org:8080/"),
        ("localhost:1/a", "https://localhost:1/a"),
        ("//example.org/a", "https://example.org/a"),
        ("https://bücher.example/ü?q=ü", "https://xn--bcher-kva.example/%C3%BC?q=%C3%BC"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
        ("https://a_b.example/", "https://a_b.example/"),
    ],
)
def test_an_address_as_people_type_it(typed: str, asked: str) -> None:
    assert checked(typed) == asked


@pytest.mark.parametrize(
    "typed",
    ["", " ", "https://", "https:///a", "two words", "file:///etc/hostname", "ftp://example.org",
     "data:text/html,a", "javascript:alert(1)", "mailto:a@example.org", "about:blank",
     "https://user:secret@example.org", "https://user@example.org", "http://example.org:port/",
     "http://example.org:99999/", "http://[::1", "a\nb", "https://exa<mple.org", "http://.",
     "ü" * 300],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "Request", None)  # nothing is asked for
    assert why(typed)


def test_a_password_is_not_repeated_in_the_error() -> None:
    with pytest.raises(NotFetched) as caught:
        fetching.fetch("https://user:secret@example.org")
    assert "secret" not in describe(caught.value)


# ------------------------------------------------------------ what goes wrong


@pytest.mark.parametrize(("status", "phrase"), [(404, "Not Found"), (403, "Forbidden"),
                                                (500, "Internal Server Error")])  # fmt: skip
def test_an_error_of_the_server_is_told(server: Server, status: int, phrase: str) -> None:
    assert why(server.page("/a", status=status)) == f"the server says {status} ({phrase})"


def test_an_error_no_one_knows_is_told(server: Server) -> None:
    assert "599" in why(server.page("/a", status=599))


def test_no_such_host(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: Any, **__: Any) -> Any:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(connecting.socket, "getaddrinfo", none)
    assert "no such server" in why(server.base)


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as made:
        port = made.getsockname()[1]
    assert "does not accept" in why(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    ("type", "what"),
    [("image/png", "a picture"), ("video/mp4", "a video"), ("application/json", "data"),
     ("application/ld+json", "data"), ("text/css", "data")],
)  # fmt: skip
def test_what_is_no_page_is_refused(server: Server, type: str, what: str) -> None:
    assert what in why(server.page("/a", b"x", type))


def test_what_is_known_and_not_read_is_refused(server: Server) -> None:
    address = server.page("/a", b"\x89PNG\r\n\x1a\nrest", "application/octet-stream")
    with pytest.raises(Refused):
        fetching.fetch(address)


@pytest.mark.parametrize("body", [b"", b" \n"])
def test_an_empty_page_is_told(server: Server, body: bytes) -> None:
    assert "nothing there" in why(server.page("/a", body))


def test_a_page_that_says_it_is_too_large_is_not_read(server: Server) -> None:
    assert "larger than 20 MB" in why(server.page("/a", b"x", Content_Length="20000001"))


def _endless(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.end_headers()
    while True:
        to.wfile.write(b"x" * 65536)


def test_a_page_without_end_is_too_large(server: Server) -> None:
    assert "larger than 1 MB" in why(server.raw("/a", _endless), size=1_000_000)


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_page_that_unpacks_without_end_is_too_large(server: Server, packing: str) -> None:
    packer = zlib.compressobj(9, wbits=31 if packing == "gzip" else 15)
    bomb = b"".join(packer.compress(bytes(1_000_000)) for _ in range(300)) + packer.flush()
    assert len(bomb) < 1_000_000
    address = server.page("/a", bomb, Content_Encoding=packing)
    assert "larger than 20 MB" in why(address)


@pytest.mark.parametrize("packing", ["br", "compress", "gzip, gzip"])
def test_a_packing_that_was_not_asked_for_is_refused(server: Server, packing: str) -> None:
    assert "not known" in why(server.page("/a", Content_Encoding=packing))


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {"Content_Length": "1000"}),
        (gzip.compress(PAGE)[:-9], {"Content_Encoding": "gzip"}),
        (b"no gzip", {"Content_Encoding": "gzip"}),
        (gzip.compress(PAGE) + b"rest", {"Content_Encoding": "gzip"}),
    ],
)
def test_half_a_page_is_none(server: Server, body: bytes, headers: dict[str, str]) -> None:
    assert "not send all" in why(server.page("/a", body, **headers))


@pytest.mark.parametrize("end", [b"", b"ff\r\nhalf", b"nonsense\r\n"])
def test_half_a_chunked_page_is_none(server: Server, end: bytes) -> None:
    assert "not send all" in why(server.raw("/a", _chunked([PAGE], end)))


@pytest.mark.parametrize(
    "answer",
    [b"nonsense\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"HTTP/1.1 200 " + b"x" * 70_000,
     b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n"],
)  # fmt: skip
def test_an_answer_that_is_no_http_is_told(server: Server, answer: bytes) -> None:
    assert "no sense" in why(server.raw("/a", lambda to: to.connection.sendall(answer)))


def test_a_connection_that_breaks_is_told(server: Server) -> None:
    assert "broke off" in why(server.raw("/a", lambda _: None))


# ------------------------------------------------------------ time


def _drip(to: BaseHTTPRequestHandler) -> None:
    to.send_response(200)
    to.send_header("Content-Type", "text/html")
    to.end_headers()
    for _ in range(200):
        to.wfile.write(b"x")
        time.sleep(0.05)


def _silent(_: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def _endless_headers(to: BaseHTTPRequestHandler) -> None:
    for _ in range(1000):
        to.connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")
        time.sleep(0.02)


SLOW = [_drip, _silent, _endless_headers]


@pytest.mark.parametrize("answer", SLOW)
def test_a_slow_server_is_given_up(server: Server, answer: Answer) -> None:
    start = time.monotonic()
    reason = why(server.raw("/a", answer), seconds=0.7)
    assert "within 0.7 seconds" in reason
    assert time.monotonic() - start < 1.5


@pytest.mark.parametrize("answer", SLOW)
def test_cancel_ends_it_within_a_second(server: Server, answer: Answer) -> None:
    address = server.raw("/a", answer)
    before, when = threading.active_count(), time.monotonic() + 0.5

    def checkpoint(done: int = 0, total: int = 0, /) -> None:  # noqa: ARG001
        if time.monotonic() > when:
            raise Cancelled

    with pytest.raises(Cancelled):
        fetching.fetch(address, checkpoint)
    assert time.monotonic() - when < 1
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.02)
    assert threading.active_count() <= before


def test_a_name_that_takes_long_to_look_up_can_be_cancelled(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_go = threading.Event()

    def wait(*_: Any, **__: Any) -> Any:
        let_go.wait(10)
        raise socket.gaierror(-2, "no")

    monkeypatch.setattr(connecting.socket, "getaddrinfo", wait)
    start = time.monotonic()
    assert "within 0.5 seconds" in why(server.base, seconds=0.5)
    assert time.monotonic() - start < 1
    let_go.set()


# ------------------------------------------------------------ TLS and proxies


def test_a_certificate_nobody_vouches_for_is_refused(server: Server) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).parent / "data/tls/localhost.pem")
    with serving(context) as safe:
        assert "certificate cannot be trusted" in why(safe.page("/a"))
        assert not safe.asked
    assert "no encrypted connection" in why(server.base.replace("http:", "https:"))


def test_a_trusted_certificate_is_enough_and_the_way_back_is_closed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = Path(__file__).parent / "data/tls/localhost.pem"
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with serving(context) as safe:
        assert fetching.fetch(safe.page("/a")).data == PAGE
        assert "not encrypted" in why(safe.leads("/b", server.page("/c")))
        assert fetching.fetch(server.leads("/d", f"{safe.base}/a")).data == PAGE
    assert "/c" not in {path for path, _ in server.asked}


def test_the_systems_proxy_is_asked(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.base)
    server.page("http://outside.example/a")
    assert fetching.fetch("http://outside.example/a").data == PAGE
    server.leads("http://outside.example/b", "http://127.0.0.1/a")
    assert "your own network" in why("http://outside.example/b")
