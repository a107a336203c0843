"""What the sources and an article declare to be one name, joined with the tables of names.

Passages are read by the tables alone and kept; what was learnt is laid over them when a claim is held against
them. So no reading grows stale when a source comes or goes, and the order of adding makes no difference.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import lru_cache

from factcheck.comparing.reading import rules
from factcheck.language.entities import AliasTable, EntityKind
from factcheck.language.facts import name_terms
from factcheck.language.folding import fold
from factcheck.language.glosses import Gloss, GlossKind, find_glosses
from factcheck.language.learning import Said, learn
from factcheck.language.learnt import LearntNames
from factcheck.language.parts import LONGEST, find_parts
from factcheck.language.sentences import split_sentences
from factcheck.model import Card, Document, Passage
from factcheck.store import Store

_ARTICLES = 16
"""Articles whose names are held in memory."""
_AT_ONCE = 500
"""Sources that are read again before what they declare is on disk."""


class NameBook:
    """The names in force in one workspace."""

    def __init__(self, store: Store, aliases: AliasTable) -> None:
        self._store = store
        self._aliases = aliases
        self.revision = rules()[:12]
        """12 hex digits of the rules by which sources are read."""
        self._unkept: dict[str, str] = {}
        """By source, what a workspace that cannot be written cannot keep."""
        self._said: tuple[str, list[Said]] | None = None
        self._corpus: tuple[str, LearntNames] | None = None
        self._of_source = lru_cache(maxsize=1024)(self._learn_from_source)

    def keep(self, document: Document) -> None:
        """Find and keep what a source declares."""
        self.keep_row(document.id, declared(document))

    def keep_row(self, document_id: str, row: str) -> None:
        """Keep what a source declares, as `declared` found it."""
        self._store.keep_glosses(document_id, row, self.revision)

    def corpus(self) -> LearntNames:
        """The tables with what the sources of the corpus declare, as it is now."""
        revision = self._store.corpus_revision()
        if self._corpus is None or self._corpus[0] != revision:
            self._corpus = revision, learn(self.said(), self._aliases)
        return self._corpus[1]

    def of_article(self, text: str) -> LearntNames:
        """The names of the corpus and those that an article itself declares or shortens, for it alone."""
        own = find_glosses(text)
        declared = [*self.said(), *(("", gloss) for gloss in own)]
        names = learn(declared, self._aliases) if own else self.corpus()
        sentences = [span.of(text) for span in split_sentences(text)]
        if len(sentences) > LONGEST:
            return names
        found = [mention for sentence in sentences for mention in names.find(sentence)]
        return names.with_parts(find_parts(text, found))

    def said(self) -> list[Said]:
        """What each source declares, in the order of adding."""
        revision = self._store.corpus_revision()
        if self._said is None or self._said[0] != revision:
            self._catch_up()
            kept = self._store.glosses(self.revision) | self._unkept
            self._said = (
                revision,
                [(source, gloss) for source, row in kept.items() for gloss in _glosses(row)],
            )
        return self._said[1]

    def terms(self, passage: Passage, source: Card) -> list[str]:
        """Search terms for what its own source declares of the names in and around a passage."""
        return declared_terms(self._of_source(source.id), passage, source)

    def _learn_from_source(self, document_id: str) -> LearntNames:
        row = self._store.glosses_of(document_id, self.revision)
        if row is None:
            self.keep(self._store.document(document_id))
            row = self._store.glosses_of(document_id, self.revision)
        return names_declared(document_id, row or "[]", self._aliases)

    def _catch_up(self) -> None:
        """Read the sources that an older version added, or one with other rules."""
        missing = self._store.unglossed(self.revision)
        self._unkept = {source: row for source, row in self._unkept.items() if source in missing}
        if self._store.read_only:
            for document_id in missing:
                if document_id not in self._unkept:
                    self._unkept[document_id] = declared(self._store.document(document_id))
            return
        for first in range(0, len(missing), _AT_ONCE):
            some = missing[first : first + _AT_ONCE]
            rows = {document_id: declared(self._store.document(document_id)) for document_id in some}
            # Interrupted, what was written stays; a commit for each source would take longer than reading it.
            with self._store.writing():
                for document_id, row in rows.items():
                    self.keep_row(document_id, row)


def declared(document: Document) -> str:
    """What a source declares of names, as a row that is kept."""
    rows = [
        [gloss.start, gloss.end, gloss.name, gloss.other, gloss.kind, gloss.how]
        for gloss in find_glosses(document.text)
    ]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def names_declared(document_id: str, row: str, aliases: AliasTable) -> LearntNames:
    """The tables with what one source declares: the row that `declared` made of it."""
    return learn([(document_id, gloss) for gloss in _glosses(row)], aliases)


def declared_terms(names: LearntNames, passage: Passage, source: Card) -> list[str]:
    """Search terms for those of the declared `names` that stand in and around a passage."""
    around = "\n".join(filter(None, (source.title, passage.context, passage.text)))
    return form_terms(names.forms(names.find_learnt(around)))


def form_terms(forms: Collection[str]) -> list[str]:
    """Search terms of no language for each form of a name: `e:曉光記憶體` beside `e:saebyeok_memory`."""
    return name_terms(fold(form) for form in forms)


def _glosses(row: str) -> list[Gloss]:
    return [
        Gloss(start, end, name, other, EntityKind(kind), GlossKind(how))
        for start, end, name, other, kind, how in json.loads(row)
    ]
