"""Readers that do what no reader should. They run in the child, in place of the one for text."""

from __future__ import annotations

import ctypes
import faulthandler
import mmap
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from briefing.errors import Damaged
from briefing.model.article import ReadAs
from briefing.progress import Checkpoint
from briefing.readers.content import Attachment, Block, Content

ANSWERS = 3
"""The file descriptor on which the child answers: the first free one when it starts."""
_kept: list[bytes] = []


def read(data: bytes, name: str, _: ReadAs, checkpoint: Checkpoint) -> Content:
    """The first word of the data is what to do, the rest what to do it with."""
    verb, *object = data.decode().split(" ", 1)
    said = globals()[f"do_{verb}"]("".join(object), name, checkpoint)
    return said if isinstance(said, Content) else Content((Block(str(said)),))


def do_hang_in_python(*_):
    while True:
        pass


def do_hang_in_c(*_):
    any(iter(int, 1))  # never looks at signals, nor lets another thread run


def do_sleep(seconds, *_):
    time.sleep(float(seconds))


def do_progress(total, _, checkpoint):
    for done in range(1, int(total) + 1):
        checkpoint(done, int(total))
        time.sleep(0.11)
    return "done"


def do_segfault(*_):
    faulthandler._sigsegv()


def do_abort(*_):
    os.abort()


def do_exit(status, *_):
    os._exit(int(status))


def do_complain(words, *_):
    print(words, file=sys.stderr, flush=True)
    os._exit(3)


def do_signal(name, *_):
    signal.raise_signal(signal.Signals[name])


def do_raise(words, *_):
    raise ValueError(words)


def do_recurse(*_):
    return do_recurse()


def do_take_memory(*_):
    while True:
        _kept.append(bytes(mmap.PAGESIZE) * 2500)


def do_take_memory_and_blame_the_file(_, name, __):
    try:
        do_take_memory()
    except MemoryError:
        raise Damaged(name, "text file", "it ends too early") from None


def do_take_memory_in_c(*_):
    ctypes.create_string_buffer(1 << 40)


def do_throw_bad_alloc(*_):
    print("terminate called after throwing an instance of 'std::bad_alloc'", file=sys.stderr)
    sys.stderr.flush()
    os.abort()


def do_take_memory_and_crash(*_):
    try:
        do_take_memory()
    except MemoryError:
        time.sleep(0.3)  # so that somebody looks at it
        faulthandler._sigsegv()


def do_answer(line, *_):
    os.write(ANSWERS, line.encode() + b"\n")
    time.sleep(60)


def do_answer_without_end(*_):
    while True:
        os.write(ANSWERS, b"x" * 65536)


def do_close_answers(*_):
    os.close(ANSWERS)
    time.sleep(60)


def do_print(words, *_):
    print(words)
    os.write(1, words.encode())
    sys.stdout.flush()
    return "printed"


def do_print_without_end(*_):
    for _ in range(200):
        os.write(2, b"x" * 65536)
    return "printed"


def do_attach(count, *_):
    attachments = tuple(Attachment(f"{n}.txt", bytes([n]) * 70_000) for n in range(int(count)))
    return Content((Block("with attachments"),), attachments=attachments)


def do_tell_environment(*_):
    import locale

    return " ".join(
        [
            *(f"{key}={value}" for key, value in sorted(os.environ.items())),
            str(hash("the same")),
            str(locale.getlocale()),
            time.strftime("%H", time.localtime(0)),
            str(Path.cwd()),
        ]
    )


def do_dilute(*_):
    """Many paragraphs, whose answer is long."""
    return Content(tuple(Block(f"Paragraph {n} of many. " * 50) for n in range(2000)))


# ------------------------------------------------------------ what is forbidden


def do_connect(port, *_):
    with socket.socket() as made:
        made.connect(("127.0.0.1", int(port)))


def do_create_connection(port, *_):
    socket.create_connection(("127.0.0.1", int(port)), 1)


def do_bind(*_):
    with socket.socket() as made:
        made.bind(("127.0.0.1", 0))


def do_resolve(host, *_):
    return socket.getaddrinfo(host, 80)


def do_urlopen(url, *_):
    with urllib.request.urlopen(url) as got:
        return got.read()


def do_run(path, *_):
    subprocess.run(["touch", path], check=True)


def do_system(path, *_):
    os.system(f"touch {path}")


def do_spawn(path, *_):
    os.spawnlp(os.P_WAIT, "touch", "touch", path)


def do_posix_spawn(path, *_):
    os.posix_spawn("/usr/bin/touch", ["touch", path], {})


def do_exec(path, *_):
    os.execlp("touch", "touch", path)


def do_fork(*_):
    if os.fork() == 0:
        os._exit(0)
    os.wait()


def do_write(path, *_):
    Path(path).write_text("written")


def do_os_open(path, *_):
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT))


def do_append(path, *_):
    Path(path).open("a").close()


def do_mkdir(path, *_):
    Path(path).mkdir()


def do_symlink(path, *_):
    Path(path).symlink_to("/etc")


def do_mkstemp(*_):
    return tempfile.mkstemp()


def do_remove(path, *_):
    Path(path).unlink()


def do_rename(path, *_):
    Path(path).rename(path + "2")


def do_chmod(path, *_):
    Path(path).chmod(0)


def do_rmtree(path, *_):
    shutil.rmtree(path)


def do_read(path, *_):
    return Path(path).read_text()


def do_read_around(path, *_):
    return (Path(sys.prefix) / "lib" / (("../" * 30) + path)).read_text()


def do_list(path, *_):
    return sorted(Path(path).iterdir())


def do_kill(pid, *_):
    os.kill(int(pid), signal.SIGTERM)


def do_load(path, *_):
    ctypes.CDLL(path)


# ------------------------------------------------------------ the same past Python


def _libc():
    return ctypes.CDLL(None, use_errno=True)


def do_c_read(path, *_):
    handle = _libc().open(path.encode(), os.O_RDONLY)
    if handle < 0:
        raise OSError(ctypes.get_errno(), "in C")
    return os.read(handle, 100).decode()


def do_c_write(path, *_):
    if _libc().creat(path.encode(), 0o600) < 0:
        raise OSError(ctypes.get_errno(), "in C")


def do_c_remove(path, *_):
    if _libc().unlink(path.encode()) < 0:
        raise OSError(ctypes.get_errno(), "in C")


def do_c_socket(*_):
    if _libc().socket(socket.AF_INET, socket.SOCK_DGRAM, 0) < 0:
        raise OSError(ctypes.get_errno(), "in C")


def do_c_exec(path, *_):
    arguments = (ctypes.c_char_p * 3)(b"touch", path.encode(), None)
    _libc().execv(b"/usr/bin/touch", arguments)
    raise OSError(ctypes.get_errno(), "in C")
