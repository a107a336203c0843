"""The review screen in a browser on this machine; needs the extra `web`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.errors import MissingDependency


def serve_review(
    command: Sequence[str], *, port: int = 0, announce: Callable[[str], None], title: str = "factcheck review"
) -> int:
    """Serve the Textual program `command` on loopback until ctrl+c; the exit code.

    `announce` gets the address, which carries the token that every request needs, once somebody listens
    there. Each browser tab runs a process of its own. MissingDependency without textual-serve,
    UsageError for a port that cannot be had.
    """
    try:
        import textual_serve  # noqa: F401
    except ImportError as error:
        raise MissingDependency(
            "Wanted textual-serve to serve a browser, found it is not installed. Install it with"
            " `pip install 'factcheck-workbench[web]'`."
        ) from error
    from tui.web_server import serve

    return serve(command, port=port, announce=announce, title=title)
