"""What this process gives up before it reads a file, where the system is Linux and able to.

The audit hook in ``fence`` sees only what goes through Python; a library written in C that a file
has taken over does not. From here on the kernel itself refuses files that are not the program's
(Landlock, since Linux 5.13), and network sockets and other programs (seccomp). Where one of them
is missing, the others remain.
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable
from typing import Any

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
"""For prctl."""

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_READ_FILE, _READ_FOLDER = 1 << 2, 1 << 3
_FILE_RIGHTS = ((1, 13), (2, 14), (3, 15), (5, 16))
"""(version of Landlock, how many rights to files it knows)."""
_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", os.devnull)
"""What the system's loader reads when a library is loaded."""

_CALLS = {
    # machine: (its number in the filter, socket, execve, execveat, ptrace, fork, vfork)
    "x86_64": (0xC000003E, 41, 59, 322, 101, 57, 58),
    "aarch64": (0xC00000B7, 198, 221, 281, 117),
}
_RINGS = 425
"""io_uring_setup, by which sockets could be had after all; the same number everywhere."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050001
"""SECCOMP_RET_ALLOW; SECCOMP_RET_ERRNO with EPERM."""


def give_up(places: Iterable[str]) -> None:
    """Keep only reading in ``places``, and talking over the pipes there are."""
    if sys.platform != "linux":
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0:
        _leave_files(libc, ctypes, places)
        _leave_calls(libc, ctypes)


def _leave_files(libc: Any, ctypes: Any, places: Iterable[str]) -> None:
    version = libc.syscall(_CREATE_RULESET, None, 0, 1)
    if version < 1:
        return
    rights = max(count for since, count in _FILE_RIGHTS if since <= version)
    files, network, scopes = (1 << rights) - 1, 3 if version >= 4 else 0, 3 if version >= 6 else 0
    attributes = struct.pack("QQQ", files, network, scopes)
    length = 24 if version >= 6 else 16 if version >= 4 else 8
    ruleset = libc.syscall(_CREATE_RULESET, attributes, ctypes.c_size_t(length), 0)
    if ruleset < 0:
        return
    for place in (*places, *_LIBRARIES):
        try:
            handle = os.open(place, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            continue
        allowed = _READ_FILE | (_READ_FOLDER if os.path.isdir(place) else 0)  # noqa: PTH112
        rule = struct.pack("=Qi", allowed, handle)
        libc.syscall(_ADD_RULE, ruleset, 1, rule, 0)
        os.close(handle)
    libc.syscall(_RESTRICT_SELF, ruleset, 0)
    os.close(ruleset)


def _leave_calls(libc: Any, ctypes: Any) -> None:
    known = _CALLS.get(os.uname().machine)
    if known is None or struct.calcsize("P") != 8:
        return
    machine, *calls = known
    calls.append(_RINGS)
    load, equal, at_least, done = 0x20, 0x15, 0x35, 0x06
    code = [(load, 0, 0, 4), (equal, 0, len(calls) + 3, machine), (load, 0, 0, 0)]
    # x86_64 has a second set of numbers, from here on.
    code.append((at_least, len(calls) + 1, 0, 0x40000000))
    code += [(equal, len(calls) - n, 0, call) for n, call in enumerate(calls)]
    code += [(done, 0, 0, _ALLOW), (done, 0, 0, _REFUSE)]
    raw = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in code))
    program = struct.pack("HxxxxxxP", len(code), ctypes.addressof(raw))
    libc.prctl(_SECCOMP, _FILTER, program, 0, 0)
