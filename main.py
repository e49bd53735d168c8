"""Start the briefing desk: ``python main.py --help``."""

import sys

from briefing.app import main

if __name__ == "__main__":
    sys.exit(main())
