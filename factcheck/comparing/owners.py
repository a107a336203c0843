"""Bodies and firms that belong to another one: what one does is told of the other too."""

from __future__ import annotations

_OWNERS = {
    "bis": "us commerce department", "us census bureau": "us commerce department", "nist": "us commerce department",
    "noaa": "us commerce department", "fbi": "us justice department", "faa": "us transportation department",
    "nhtsa": "us transportation department", "us house": "us congress", "us senate": "us congress",
    "house china committee": "us house", "european commission": "eu", "european parliament": "eu", "ecb": "eu",
    "eurostat": "european commission", "google": "alphabet", "google deepmind": "google", "aws": "amazon",
    "alibaba cloud": "alibaba", "t-head": "alibaba", "hisilicon": "huawei", "kunlunxin": "baidu",
    "tiktok": "bytedance", "xilinx": "amd", "altera": "intel", "siemens eda": "siemens", "arm": "softbank",
    "nexperia": "wingtech", "twse": "taiwan financial regulator", "taiwan cdc": "taiwan health ministry",
    "taiwan dgbas": "taiwan executive yuan", "taiwan health ministry": "taiwan executive yuan", "scmp": "alibaba",
    "taiwan national development council": "taiwan executive yuan", "mainland affairs council": "taiwan executive yuan",
    "ndrc": "china state council", "miit": "china state council", "samr": "china state council",
    "china commerce ministry": "china state council", "china customs": "china state council",
    "china statistics bureau": "china state council", "who": "un", "unicef": "un", "fao": "un", "ilo": "un", "unctad": "un",
    "unhcr": "un", "wmo": "un", "itu": "un",
}  # fmt: skip
"""Bodies and firms that belong to another one, which often stands for them."""


def belongs(one: str, other: str) -> bool:
    """Whether the first is a part of the second, however many steps down."""
    seen = {one}
    while (owner := _OWNERS.get(one)) is not None and owner not in seen:
        if owner == other:
            return True
        seen.add(owner)
        one = owner
    return False
