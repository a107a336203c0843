"""Small faults for a module, one at a time: `benchmarks/mutants.py` sees whether a test notices them.

The operators are the usual ones: comparisons, `and` and `or`, `not`, arithmetic, numbers, truth values,
words, conditions, returned values, `break` and `continue`, `min` and `max`, `any` and `all`.
"""

from __future__ import annotations

import ast
import copy
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_SHOWN = 160
"""Code points of a statement that are shown."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault, known by what it changes and where, so that edits elsewhere leave it the same."""

    module: str
    """Path of the file below the root."""
    where: str
    """Name of the function or class that it is in; `module` outside of any."""
    before: str
    after: str
    """The statement without and with it, on one line."""
    line: int
    last: int
    """First and last line of the statement, without the statements that it holds."""
    twin: int
    """Which of several that read alike: 0 for the first."""
    number: int
    """Which place of the file."""

    @property
    def key(self) -> str:
        """What it is told from all others by, whatever line it stands on."""
        return "\n".join((self.module, self.where, self.before, self.after, str(self.twin)))

    def rank(self, seed: int) -> str:
        """Its place in the sample of a seed: the first so many by this are drawn."""
        return hashlib.sha256(f"{seed}\n{self.key}".encode()).hexdigest()


def mutants(root: Path, path: Path) -> Iterator[Mutant]:
    """Every fault for the file at `path`, in the order of its text."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    module = path.relative_to(root).as_posix()
    twins: dict[tuple[str, str, str], int] = {}
    # All sites are found before any is changed.
    for number, site in enumerate(list(_sites(tree))):
        before = _shown(site.statement)
        old = site.put(site.new)
        after = _shown(site.statement)
        site.put(old)
        if before != after:
            same = (site.where, before, after)
            twins[same] = twins.get(same, -1) + 1
            yield Mutant(module, *same, *_lines(site.statement), twins[same], number)


def mutated(root: Path, mutant: Mutant) -> ast.Module:
    """The tree of the mutant's module with the fault in it."""
    tree = ast.parse((root / mutant.module).read_text(encoding="utf-8"))
    site = list(_sites(tree))[mutant.number]
    site.put(site.new)
    return ast.fix_missing_locations(tree)


def _lines(statement: ast.AST) -> tuple[int, int]:
    """First and last line of a statement, or of its head."""
    first = int(getattr(statement, "lineno", 1))
    body = getattr(statement, "body", None)
    held = min((one.lineno for one in body), default=first + 1) if isinstance(body, list) else None
    return first, max(first, held - 1 if held else int(getattr(statement, "end_lineno", first)))


def _shown(statement: ast.AST) -> str:
    """The head of a statement, or all of a short one: what a person sees of a fault."""
    shown = copy.copy(statement)
    for name in ("body", "orelse", "finalbody", "handlers"):
        if isinstance(getattr(shown, name, None), list):
            setattr(shown, name, [ast.Pass()] if name == "body" else [])
    if hasattr(shown, "decorator_list"):
        shown.decorator_list = []
    return " ".join(ast.unparse(shown).removesuffix("\n    pass").split())


def short(words: str) -> str:
    """A statement as it stands in a list."""
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"


@dataclass(slots=True)
class _Site:
    """A place where one operator applies."""

    where: str
    statement: ast.AST
    holder: ast.AST
    field: str
    place: int | None
    new: object

    def put(self, node: object) -> object:
        """Put `node` into the place; what stood there."""
        if self.place is None:
            old = getattr(self.holder, self.field)
            setattr(self.holder, self.field, node)
            return old
        nodes = getattr(self.holder, self.field)
        old, nodes[self.place] = nodes[self.place], node
        return old


def _sites(tree: ast.Module) -> Iterator[_Site]:
    yield from _inside(tree, "module", tree, in_function=False)


def _inside(node: ast.AST, where: str, statement: ast.AST, *, in_function: bool) -> Iterator[_Site]:
    """The sites below `node`, in the order of the text; what is no behaviour is passed over."""
    for name, value in ast.iter_fields(node):
        if _is_apart(node, name):
            continue
        for place, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(child, ast.AST) or _says_nothing(child):
                continue
            at = child if isinstance(child, ast.stmt) else statement
            for new in _changed(child, node, name, in_function=in_function):
                yield _Site(where, at, node, name, place, new)
            inner, deeper = where, in_function
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = child.name if where == "module" else f"{where}.{child.name}"
                deeper = in_function or isinstance(child, ast.FunctionDef)
            yield from _inside(child, inner, at, in_function=deeper)


def _is_apart(node: ast.AST, field: str) -> bool:
    """Annotations, decorators, type parameters, what an error says, and the parts of f-strings."""
    if field in ("annotation", "returns", "decorator_list", "type_params", "bases"):
        return True
    return isinstance(node, ast.Raise | ast.JoinedStr | ast.Import | ast.ImportFrom)


def _says_nothing(node: ast.AST) -> bool:
    """Docstrings and words under attributes, and what only a type checker reads."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _changed(node: ast.AST, holder: ast.AST, field: str, *, in_function: bool) -> Iterator[ast.AST]:
    """What may stand in the place of `node`."""
    if isinstance(node, ast.Compare):
        yield from _compared(node)
    elif isinstance(node, ast.BoolOp):
        yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not | ast.USub):
        yield node.operand
    elif isinstance(node, ast.BinOp) and type(node.op) in _COMPUTED:
        yield ast.BinOp(node.left, _COMPUTED[type(node.op)](), node.right)
    elif isinstance(node, ast.AugAssign) and type(node.op) in _COMPUTED:
        yield ast.AugAssign(node.target, _COMPUTED[type(node.op)](), node.value)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        yield ast.Call(ast.Name(_CALLED[node.func.id], ast.Load()), node.args, node.keywords)
    elif isinstance(node, ast.Break | ast.Continue):
        yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    elif isinstance(node, ast.Constant):
        yield from _other_constant(node, holder, in_function=in_function)
    if isinstance(holder, ast.Return) and not (isinstance(node, ast.Constant) and node.value is None):
        yield ast.Constant(None)
    if field in ("test", "ifs") and isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.NamedExpr):
        yield ast.UnaryOp(ast.Not(), node)


def _compared(node: ast.Compare) -> Iterator[ast.AST]:
    for place, one in enumerate(node.ops):
        if type(one) in _COMPARED:
            ops = [*node.ops[:place], _COMPARED[type(one)](), *node.ops[place + 1 :]]
            yield ast.Compare(node.left, ops, node.comparators)


def _other_constant(node: ast.Constant, holder: ast.AST, *, in_function: bool) -> Iterator[ast.AST]:
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int | float):
        # Of a measure in the thousands one more is the same; of a count it is not.
        yield ast.Constant(value + 1 if abs(value) < 1000 or isinstance(value, int) else value * 2)
    elif isinstance(value, str) and value and in_function:
        # Tables of words and patterns are data, which the tests' own tables hold.
        among = isinstance(holder, ast.Compare) and isinstance(holder.ops[-1], ast.In | ast.NotIn)
        yield ast.Constant(
            value[1:] if among and node is getattr(holder, "comparators", [None])[-1] else f"XX{value}XX"
        )
