"""The command line: export or inspect without a window, or open the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing import __version__
from briefing.app import telling
from briefing.app.export import export
from briefing.app.options import Parser, complain
from briefing.errors import BriefingError
from briefing.messages import report

_DESCRIPTION = """\
Make a briefing note from a news article.

  python main.py [FILE ...]               open the window, with those articles or a project
  python main.py export FILE... -o OUT    write a briefing; OUT ends in .docx or .pdf
  python main.py inspect FILE             print what was read and found, as JSON
  python main.py screenshot FILE -o PNG   paint the window as it opens with FILE
  python main.py templates                list the templates
  python main.py styles                   list the house styles
  python main.py verify RECEIPT [FILE...] compare a document's receipt with what is here

python main.py COMMAND --help tells more of a command.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line; gives the exit status: 0, 2 for bad input or usage, 1 for a bug."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    _write_utf8()
    try:
        command = _COMMANDS.get(words[0]) if words else None
        return command(words[1:]) if command else _window(words)
    except BriefingError as error:
        complain(report(error))
        return 2
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for the flush at the end
        if isinstance(error, BrokenPipeError):
            return 0  # whoever read our output has gone; say no more
        complain(f"output: cannot be written: {error.strerror or error}. Check where it goes.")
        return 2
    except Exception as error:
        if os.environ.get("BRIEFING_DEBUG"):
            raise
        what = " ".join(f"{type(error).__name__}: {error}".split())
        complain(f"program: this is a mistake of ours ({what}). Set BRIEFING_DEBUG=1 to see where.")
        return 1


def _write_utf8() -> None:
    """Print UTF-8 whatever the locale: JSON must not depend on it."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _window(words: list[str]) -> int:
    parser = Parser(
        prog="briefing",
        usage=argparse.SUPPRESS,
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    options = parser.parse_args(words)
    from briefing.ui import start

    return start.open_window(options.files)


_COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "export": export,
    "inspect": telling.inspect,
    "screenshot": telling.screenshot,
    "styles": telling.styles,
    "templates": telling.templates,
    "verify": telling.verify,
}
