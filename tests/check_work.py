"""An examination that ends its process for some articles; in a module of its own, for worker processes."""

from __future__ import annotations

import os

from factcheck.check import Article, Examined, Machinery, examine

DEADLY = "this article ends whoever reads it"


def examine_or_die(machinery: Machinery, article: Article) -> Examined:
    """`examine`, but for an article that says so."""
    if DEADLY in article.document.text:
        os._exit(9)
    return examine(machinery, article)
