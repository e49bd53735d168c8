"""The window: the only place that imports Qt."""

import ctypes
import sys

if sys.version_info < (3, 12):
    # PySide6 6.12.0 gives back references to None, True and False that it never took: to None at
    # each call of a Qt method that returns nothing. Some ten thousand calls later the interpreter
    # aborts ("deallocating None"). From Python 3.12 on these cannot be deallocated; before, they
    # get more references here than a life of the program can use up.
    for _each in (None, True, False):
        ctypes.c_ssize_t.from_address(id(_each)).value += sys.maxsize // 4
