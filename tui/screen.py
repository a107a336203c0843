"""The review screen: the panes, the claim in hand, and what others do meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.screen import Screen

from factcheck.errors import FactcheckError
from factcheck.queue import Item, Order, QueueRow, Wanted
from factcheck.shares import share_of, words_about
from tui import lines
from tui.actions import PANES, Action, Pane, keys_in, reaching
from tui.article import ArticlePane
from tui.ask import Ask
from tui.bench import Bench
from tui.evidence import EvidencePane
from tui.hands import hands_of
from tui.lines import TextLine
from tui.page import Page
from tui.queue import QueuePane
from tui.recent import RecentPane
from tui.rows import Rows
from tui.windows.window import Window

if TYPE_CHECKING:
    from factcheck.model import Provenance
    from factcheck.review import Desk
    from tui.app import ReviewApp
    from tui.words import Speech

T = TypeVar("T")

NARROW = 120
"""Columns below which the panes take turns."""
_WATCH_SECONDS = 0.5
"""Between looks for what others wrote: well under the two seconds in which it is to be seen."""


class ReviewScreen(Screen[None], inherit_bindings=False):
    """The queue on the left, the claim with article and evidence beside it."""

    AUTO_FOCUS: ClassVar[str] = "#queue"

    def __init__(
        self, desk: Desk, speech: Speech, actions: Sequence[Action], wanted: Wanted | None = None
    ) -> None:
        """`wanted`: the claims to begin with; None: all."""
        super().__init__()
        self.desk = desk
        self.speech = speech
        self.actions = {action.id: action for action in actions}
        self.wanted = wanted or Wanted()
        self.order = Order.PRIORITY
        self.left: tuple[Wanted, Order, str | None] | None = None
        """The queue, and the claim in hand, that disputes were turned to from."""
        self.rows = Rows(desk.listing(self.wanted, self.order))
        self.position = 0
        self.item: Item | None = None
        self.pane = Pane.QUEUE
        self._hands: Mapping[str, Callable[[], None]] = hands_of(self)
        self._seen = desk.others_changed()
        self._event = desk.last_event()
        self._keys = {pane: keys_in(actions, pane) for pane in PANES}

    @property
    def review_app(self) -> ReviewApp:
        """The application, by its own type."""
        return cast("ReviewApp", self.app)

    # -- the parts ----------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        yield TextLine(id="header")
        yield TextLine(id="tabs")
        with Container(id="body"):
            with Vertical(id="left"):
                yield QueuePane(id="queue")
                yield RecentPane(id="recent")
            with Vertical(id="middle"):
                yield Bench(id="bench")
                with Horizontal(id="panes"):
                    yield ArticlePane(id="article")
                    yield EvidencePane(id="evidence")
        yield Ask(id="ask")
        yield TextLine(id="footer")

    def on_mount(self) -> None:
        self.queue.rows = self.rows
        self.fit(self.app.size.width)
        self.retitle()
        self.go(self.rows.listing.next_undecided(0) or 0)
        self.refresh_lines()
        self.set_interval(_WATCH_SECONDS, self.watch_others)
        share = share_of(self.review_app.folder)
        if share:
            self.ask.tell(words_about(share, self.review_app.folder), "warning")

    @property
    def queue(self) -> QueuePane:
        return self.query_one("#queue", QueuePane)

    @property
    def article(self) -> ArticlePane:
        return self.query_one("#article", ArticlePane)

    @property
    def evidence(self) -> EvidencePane:
        return self.query_one("#evidence", EvidencePane)

    @property
    def recent(self) -> RecentPane:
        return self.query_one("#recent", RecentPane)

    @property
    def bench(self) -> Bench:
        return self.query_one("#bench", Bench)

    @property
    def ask(self) -> Ask:
        return self.query_one("#ask", Ask)

    @property
    def narrow(self) -> bool:
        """Whether the panes take turns."""
        return self.has_class("-narrow")

    def key(self, action: str) -> str:
        """The key of an action, as it is shown."""
        keys = self.actions[action].keys
        return lines.shown_key(keys[0]) if keys else "-"

    # -- acting -------------------------------------------------------------------------------

    def action_do(self, name: str) -> None:
        """Do an action of the table."""
        if name in self._hands:
            self.guarded(self._hands[name])

    def guarded(self, act: Callable[[], T]) -> T | None:
        """Do what a key, an answer or a window asked for; what is wrong with it is said in one line."""
        try:
            return act()
        except FactcheckError as error:
            self.ask.tell(str(error), "warning")
            return None

    def open(self, window: Window[T], then: Callable[[T], None]) -> None:
        """Put a window over the screen; `then` gets its answer, unless it is closed without one."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                self.guarded(lambda: then(answer))

        self.app.push_screen(window, answered)

    def take_key(self, event: events.Key) -> bool:
        """Do what a key means: the answer to the question that waits, else an action of the focused pane."""
        if self.ask.waiting:
            self.guarded(lambda: self.ask.take_key(event))
            return True
        name = self._keys[self.pane].get(event.key)
        if name is None:
            return False
        self.action_do(name)
        return True

    def action_answer(self, key: str) -> None:
        """A click on one of the answers to a question."""
        self.guarded(lambda: self.ask.answer(key))

    # -- the claim in hand --------------------------------------------------------------------

    @property
    def claim_id(self) -> str | None:
        """The claim in hand; None in an empty queue."""
        return self.rows.listing.claim_at(self.position)

    @property
    def row(self) -> QueueRow | None:
        return self.rows.at(self.position)

    def go(self, position: int) -> None:
        """Take the claim at `position`, or the nearest there is, in hand."""
        self.position = min(max(0, position), max(0, self.rows.total - 1))
        self.queue.point(self.position)
        self.refresh_item()

    def go_to(self, claim_id: str) -> None:
        """Take a claim in hand wherever it is; filters that leave it out are dropped."""
        place = self.rows.listing.place(claim_id)
        if place is None:
            self.choose(Wanted(), self.order)
            place = self.rows.listing.place(claim_id)
        if place is None:
            self.ask.tell(self.speech("not_in_queue"), "warning")
            return
        self.go(place)

    def choose(self, wanted: Wanted, order: Order) -> None:
        """Another queue; the claim in hand stays in hand where the new one has it."""
        before = self.claim_id
        if self.left is not None and not wanted.disputed:
            self.leave_disputes()
        self.wanted, self.order = wanted, order
        self.rows = Rows(self.desk.listing(wanted, order))
        self.queue.rows = self.rows
        self.queue.renew()
        self.retitle()
        place = self.rows.listing.place(before) if before else None
        self.go(self.rows.listing.next_undecided(0) or 0 if place is None else place)
        self.refresh_lines()

    def leave_disputes(self) -> None:
        """What is decided from now on is a review of one's own."""
        self.left = None
        self.desk.adjudicate(False)
        self.ask.tell(self.speech("own_queue"))

    def renew(self, claim_id: str | None = None) -> None:
        """Ask for the queue again: claims came or went; `claim_id` is to be in hand then."""
        wanted = claim_id or self.claim_id
        self.rows.listing.renew()
        self.rows.forget()
        self.queue.renew()
        place = self.rows.listing.place(wanted) if wanted else None
        self.go(self.position if place is None else place)
        self.refresh_lines()

    def refresh_item(self) -> None:
        """Show the claim in hand as it is now."""
        claim_id = self.claim_id
        self.item = None
        if claim_id is not None:
            try:
                self.item = self.desk.item(claim_id)
            except FactcheckError as error:
                self.ask.tell(str(error), "warning")
        self.bench.show(self.item, self.speech)
        self.article.show(self.item, self.speech)
        self.evidence.show(self.item, self.speech)

    def written(self) -> None:
        """Something was written: rows, decisions and counts are read anew; the claim in hand stays."""
        self.rows.forget()
        self.queue.refresh()
        self.refresh_item()
        self.refresh_lines()

    def refresh_lines(self) -> None:
        """How far the queue is, and the last decisions."""
        self.recent.show(self.desk.recent(), self.speech)
        self.query_one("#header", TextLine).say(
            lines.header(
                self.speech,
                workspace=self.review_app.place,
                reviewer=self.desk.reviewer,
                progress=self.desk.progress(),
                filtered=self._which(),
                width=self.app.size.width,
            )
        )

    def _which(self) -> str:
        """That not every claim is in the queue, or that what is decided settles a claim for all."""
        if self.desk.adjudicating:
            return self.speech("adjudicating")
        return "" if self.wanted == Wanted() else self.speech("filtered")

    def refresh_footer(self) -> None:
        """The keys of the pane that has the focus, and the tabs."""
        names = {f"show_{pane}": self.key(f"show_{pane}") for pane in PANES}
        self.query_one("#tabs", TextLine).say(lines.tabs(self.speech, self.pane, names))
        shown = reaching(self.actions.values(), self.pane)
        width = self.app.size.width
        self.query_one("#footer", TextLine).say(lines.footer(self.speech, shown, width))

    def retitle(self) -> None:
        """Titles and hints in the language of the labels."""
        speech = self.speech
        self.queue.border_title = f"{speech('queue')} · {speech(self.order)}"
        self.article.border_title = speech("article")
        self.evidence.border_title = speech("evidence")
        self.recent.border_title = speech("recent")
        empty = speech("empty_queue") + " " + speech("empty_hint")
        filtered = speech("empty_filtered", key=self.key("filters"))
        self.queue.nothing = empty if self.wanted == Wanted() else filtered
        self.bench.reviewer = self.desk.reviewer
        self.bench.key_to_check = self.key("check_again")
        self.bench.key_to_confirm = self.key("confirm")
        self.evidence.key_to_add = self.key("add_evidence")
        self.refresh_footer()

    def learn(self, made_by: Provenance) -> None:
        """What would make a suggestion now is known: those made by something else are out of date."""
        if made_by != self.desk.made_by:
            self.desk.made_by = made_by
            self.written()

    # -- panes --------------------------------------------------------------------------------

    def show_pane(self, pane: Pane) -> None:
        """Give a pane the focus; on a narrow screen it takes the others' place."""
        self.pane = pane
        for other in PANES:
            self.set_class(other is pane, f"-{other}")
        self.set_focus(self.focused_page())
        self.refresh_footer()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        pane = getattr(event.widget, "pane", None)
        if isinstance(pane, Pane) and pane is not self.pane:
            self.show_pane(pane)

    def focused_page(self) -> Page | QueuePane:
        """The pane that moves when a key moves something."""
        pages: dict[Pane, Page | QueuePane] = {
            Pane.ARTICLE: self.article,
            Pane.EVIDENCE: self.evidence,
            Pane.RECENT: self.recent,
        }
        return pages.get(self.pane, self.queue)

    def fit(self, width: int) -> None:
        """One pane at a time where there is no room for all."""
        self.set_class(width < NARROW, "-narrow")
        for other in PANES:
            self.set_class(other is self.pane, f"-{other}")

    def on_resize(self, event: events.Resize) -> None:
        self.fit(event.size.width)
        if self.is_mounted:
            self.call_after_refresh(self.refresh_lines)
            self.call_after_refresh(self.refresh_footer)

    def on_queue_pane_chosen(self, event: QueuePane.Chosen) -> None:
        if self.ask.waiting:
            self.ask.leave()  # the question was about the claim that was in hand
            self.set_focus(self.queue)
        self.ask.tell("")
        self.go(event.position)
        if event.twice:
            self.show_pane(Pane.EVIDENCE)

    def on_page_chosen(self, event: Page.Chosen) -> None:
        if event.page is self.evidence and isinstance(event.target, int):
            self.evidence.cursor = event.target
            self.evidence.rebuild()
            if event.twice:
                self.action_do("source")
        elif event.page is self.recent and isinstance(event.target, int):
            self.recent.cursor = event.target
            self.action_do("open_recent")
        elif event.page is self.article and event.twice:
            self.action_do("open_article")

    # -- others -------------------------------------------------------------------------------

    def watch_others(self) -> None:
        """Show what somebody else wrote since the last look."""
        try:
            seen = self.desk.others_changed()
            if seen == self._seen:
                return
            self._seen = seen
            news = self.desk.news(self._event)
            self._event = self.desk.last_event()
        except FactcheckError as error:
            self.ask.tell(str(error), "warning")
            return
        self.written()
        decided = [deed for deed in news if deed.act.is_decision]
        if decided:
            self.ask.tell(self.speech.others(decided[-1], len(decided)))
