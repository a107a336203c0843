"""The command line: one group of commands, and what becomes of everything that goes wrong in them."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

import click

from factcheck import __version__
from factcheck.commands.agreeing import agreement
from factcheck.commands.checking import check, claim, search
from factcheck.commands.corpus import add, sources
from factcheck.commands.evaluating import evaluate
from factcheck.commands.explaining import explain
from factcheck.commands.importing import import_
from factcheck.commands.index import index
from factcheck.commands.keeping import backup, restore
from factcheck.commands.merging import merge
from factcheck.commands.models import models
from factcheck.commands.names import names
from factcheck.commands.options import Request, workspace_option
from factcheck.commands.reporting import diff, report
from factcheck.commands.reviewing import assign, decide, history, review
from factcheck.commands.tour import demo
from factcheck.commands.upkeep import doctor
from factcheck.errors import FactcheckError

# Products of small matrices gain nothing from a second thread, and on a busy machine its waiting costs them
# twenty times over; numpy reads this when it is first imported, which no import above does.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DEBUG = "FACTCHECK_DEBUG"
INTERRUPTED = 130


class InOrder(click.Group):
    """Commands listed in the order in which they are first needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@workspace_option
@click.version_option(__version__, prog_name="factcheck")
@click.pass_context
def program(context: click.Context) -> None:
    """Extract the claims of articles and check them against your own sources.

    In English, Traditional and Simplified Chinese, offline; a person decides.
    """
    context.ensure_object(Request)


for _command in (
    demo,
    add,
    sources,
    names,
    check,
    claim,
    explain,
    search,
    review,
    assign,
    decide,
    history,
    agreement,
    import_,
    merge,
    report,
    diff,
    models,
    index,
    doctor,
    backup,
    restore,
    evaluate,
):
    program.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    _forgive_narrow_encodings()
    try:
        code = program.main(
            args=None if arguments is None else list(arguments), prog_name="factcheck", standalone_mode=False
        )
        sys.stdout.flush()
        return int(code or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _told(
            "Interrupted; what was done is kept, and the same command goes on from there.", INTERRUPTED
        )
    except BrokenPipeError:
        return _reader_gone()
    except FactcheckError as error:
        _trace()
        return _told(str(error), error.exit_code)
    except Exception as error:
        _trace()
        line = " ".join(str(error).split())
        return _told(
            f"Unexpected {type(error).__name__}: {line or 'no message'}. This is a defect; set {DEBUG}=1 to"
            " see where it happened.",
            1,
        )


def _told(message: str, code: int) -> int:
    from factcheck.console import say

    with contextlib.suppress(BrokenPipeError):
        say(f"factcheck: {message}")
    return code


def _trace() -> None:
    """Let the traceback through for those who asked to see it."""
    if os.environ.get(DEBUG, "") not in ("", "0"):
        raise


def _reader_gone() -> int:
    """Whoever read stdout stopped (`| head`): end quietly, also when Python flushes at exit."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1


def _forgive_narrow_encodings() -> None:
    """A terminal that cannot show a character gets an escape instead of a traceback."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
