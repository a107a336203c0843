"""Giving up the right of root to write what modes forbid, so that modes mean for a test what they mean for people."""

from __future__ import annotations

import ctypes
import os

_VERSION = 0x20080522
_OVERRIDE = 1 << 1 | 1 << 2
"""CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, see capabilities(7)."""


def obey_modes() -> None:
    """From now on this process writes only what the modes of files and folders let it. OSError where it cannot.

    It stays root where it was, since libraries may lie where only root reads.
    """
    if os.getuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()
    if libc.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for place in (0, 1):  # the effective and the permitted rights
        sets[place] &= ~_OVERRIDE
    if libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")
