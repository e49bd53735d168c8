"""Which addresses are asked for, and as what."""

from __future__ import annotations

import re
from ipaddress import IPv6Address, ip_address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from briefing.errors import NotFetched
from briefing.model.cleaning import clean_line

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:[/?#]|$))")
"""``example.org:8080/a`` begins with a host."""
_NEVER = re.compile(r"[\x00-\x20\x7f-\x9f\s<>\"\\^`{|}]")
_SAFE = "/%:@!$&'()*+,;=~-._?"
_SECRET = re.compile(r"//[^/?#]*@")
_NONE = "that is no web address; one looks like https://example.org/page"


def checked(address: str) -> str:
    """The address as it is asked for: with a scheme, in ASCII, without a fragment.

    Raises NotFetched for what is none of the web.
    """
    try:
        return _checked(address.strip())
    except ValueError as error:
        raise NotFetched(shown(address), str(error)) from None


def redirected(first: str, url: str, target: str) -> str:
    """Where ``url`` leads on to. Raises NotFetched, about the ``first`` address, if no page may."""
    whole = target.strip()
    try:
        whole = urljoin(url, whole)
        if urlsplit(url).scheme == "https" and urlsplit(whole).scheme == "http":
            raise ValueError("that is not encrypted; fetch it by itself if you trust it")
        return _checked(whole)
    except ValueError as error:
        reason = f"it leads on to {shown(whole)}, and {error}"
        raise NotFetched(shown(first), reason) from None


def is_inside(ip: str) -> bool:
    """Whether an IP address belongs to this machine or the network it stands in."""
    address = ip_address(ip.partition("%")[0])
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return not address.is_global


def shown(address: str) -> str:
    """For an error: without line ends, and without a password."""
    return _SECRET.sub("//…@", clean_line(address))[:200] or "?"


def _checked(address: str) -> str:
    """Raises ValueError with the reason, a clause."""
    found = _SCHEME.match(address)
    scheme = found[1].lower() if found else ""
    if scheme not in ("", "http", "https"):
        raise ValueError(f"“{scheme}:” is not of the web; only http and https are")
    if _NEVER.search(address):
        raise ValueError(_NONE)
    try:
        parts = urlsplit(address if scheme else f"https://{address.lstrip('/')}")
        host, port = parts.hostname or "", parts.port
        # What is all ASCII needs no conversion, and underscores would not survive it.
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except ValueError:
        raise ValueError(_NONE) from None
    if not host.strip("."):
        raise ValueError(_NONE)
    if "@" in parts.netloc:
        raise ValueError("it has a name or a password in it; leave that out")
    place = (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
    path, query = quote(parts.path, _SAFE) or "/", quote(parts.query, _SAFE)
    return urlunsplit((parts.scheme, place, path, query, ""))
