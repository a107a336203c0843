"""Holidays of a fixed day, by the names that articles use for them (folded)."""

from __future__ import annotations

# Name -> month and day of the Gregorian calendar. Holidays that move (Easter, 春节) are not here.
FIXED_DAYS: dict[str, tuple[int, int]] = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "independence day": (7, 4),
    "juneteenth": (6, 19),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "may day": (5, 1),
    "元旦": (1, 1),
    "劳动节": (5, 1),
    "国庆节": (10, 1),
    "国庆日": (10, 1),
    "圣诞节": (12, 25),
    "平安夜": (12, 24),
    "双十一": (11, 11),
    "跨年夜": (12, 31),
    "情人节": (2, 14),
}
