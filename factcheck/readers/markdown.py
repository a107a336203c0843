"""Markdown: the body as written is the text, its tables told row by row; front matter becomes metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from factcheck.errors import ReadError
from factcheck.readers.bylines import stated_date
from factcheck.readers.decoding import clean, decode
from factcheck.readers.drafts import Draft, Origin
from factcheck.readers.options import ReadOptions
from factcheck.readers.pipe_tables import markdown_tables

_YAML = re.compile(r"\A---[ \t]*\n(?P<head>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_PAIR = re.compile(r"^(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"^[ \t]*-[ \t]+(?P<value>.+)$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")
_HEADING = re.compile(r"^ {0,3}#[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*$")
_EMPHASIS = re.compile(r"(\*\*|__|\*|`)(?=\S)(.+?)(?<=\S)\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_LONGEST_HEADING = 1000
"""Characters of a line from which it is no title; its marks are looked for in time with their square."""


def read_markdown(data: bytes, origin: Origin, options: ReadOptions) -> Iterator[Draft]:
    """One draft; offsets refer to the body after the front matter, tables told. ReadError for binary data."""
    decoded = decode(data, declared=origin.charset, option=options.encoding)
    # Line ends are settled first, so that the front matter is found whatever wrote the file.
    text, notes = clean(decoded.text)
    fields, body = split_front_matter(text)
    yield Draft(
        markdown_tables(body),
        path=origin.path,
        title=fields.get("title") or _first_heading(body),
        author=fields.get("author") or fields.get("authors"),
        published=stated_date(fields.get("published") or fields.get("date") or ""),
        url=fields.get("url") or origin.url,
        language=fields.get("language") or fields.get("lang"),
        notes=decoded.notes + notes,
    )


def split_front_matter(text: str) -> tuple[Mapping[str, str], str]:
    """(fields with lower-case keys, body); the fields are flat, lists joined with commas."""
    if found := _TOML.match(text):
        return _toml_fields(found["head"]), text[found.end() :]
    found = _YAML.match(text)
    fields = _yaml_fields(found["head"]) if found else {}
    # A rule (---) above a passage and one below it look like front matter without a field.
    return (fields, text[found.end() :]) if found and fields else ({}, text)


def _toml_fields(head: str) -> dict[str, str]:
    """The flat fields of TOML front matter; ReadError where it is no TOML."""
    try:
        table = tomllib.loads(head)
    except (ValueError, RecursionError) as error:
        # tomllib also raises what a number of 5,000 digits and brackets in brackets lead to.
        raise ReadError(f"The front matter between +++ lines is not TOML: {error}.") from error
    return {
        key.lower(): ", ".join(map(str, value)) if isinstance(value, list) else str(value)
        for key, value in table.items()
        if not isinstance(value, dict)
    }


def _yaml_fields(head: str) -> dict[str, str]:
    """The `key: value` pairs and simple lists of YAML front matter; nesting and blocks are left alone."""
    fields: dict[str, str] = {}
    key = ""
    for line in head.split("\n"):
        if pair := _PAIR.match(line):
            key = pair["key"].lower()
            fields[key] = _scalar(pair["value"] or "")
        elif key and (item := _ITEM.match(line)):
            fields[key] = ", ".join(filter(None, (fields[key], _scalar(item["value"]))))
    return fields


def _scalar(value: str) -> str:
    """A YAML value without quotes, comment and the brackets of a list."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        closing = value.find(value[0], 1)
        return value[1:closing] if closing > 0 else value[1:]
    value = re.split(r"\s#", value, maxsplit=1)[0].strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(part.strip().strip("'\"") for part in value[1:-1].split(","))
    return "" if value in ("~", "null", ">", "|", ">-", "|-") else value


def _first_heading(body: str) -> str | None:
    """The first `# ` heading outside fenced code, without its inline marks."""
    fenced = False
    for line in body.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced and len(line) <= _LONGEST_HEADING and (heading := _HEADING.match(line)):
            return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", heading["title"])) or None
    return None
