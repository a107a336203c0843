"""The network of the built-in judge: the same on numpy as in torch, whatever the lengths of the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from factcheck.encoders.static import StaticEncoder
from factcheck.judges.features import READ_NAMES
from factcheck.judges.network import Network, Side, cut

if TYPE_CHECKING:
    from training.network import Reader

CLAIMS = (
    "Veltron lost $8 billion in 2025.",
    "維創在2025年損失80億美元。",
    "维创 2025 年 lost 80亿美元",
    "不",
)
PASSAGES = (
    ("Veltron did not lose money.", ""),
    ("公司表示，這項虧損已經結束，營收恢復成長。", "維創財報 第三季"),
    ("公司 said 亏损 has ended。", "维创 news"),
    ("好", "Veltron"),
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    import torch

    from training.judge_network import new_reader

    torch.manual_seed(3)
    made = new_reader(StaticEncoder.builtin(), len(READ_NAMES))
    made.eval()
    return made


@pytest.fixture(scope="module")
def tensors(reader: Reader) -> dict[str, np.ndarray]:
    from training.network import weights

    return weights(reader)


def _side(network: Network, sentence: str, around: str = "") -> tuple[Side, int]:
    text = cut(StaticEncoder.builtin(), sentence, around)
    return network.side(text, StaticEncoder.builtin()), text.inside


@pytest.mark.parametrize("claim", CLAIMS)
def test_numpy_and_torch_agree(reader: Reader, tensors: dict[str, np.ndarray], claim: str) -> None:
    import torch

    network = Network(
        {name: value.astype(np.float32) if name != "delta" else value for name, value in tensors.items()}
    )
    rows = np.linspace(-1, 1, len(PASSAGES) * len(READ_NAMES), dtype=np.float32).reshape(len(PASSAGES), -1)
    ours, _ = _side(network, claim)
    theirs = [_side(network, *passage) for passage in PASSAGES]
    found = network.logits(ours, [side for side, _ in theirs], rows)
    for place, (side, size) in enumerate(theirs):
        pieces = torch.from_numpy(side.pieces[None] + 1)
        inside = torch.arange(pieces.shape[1])[None] < size
        with torch.no_grad():
            wanted = reader(
                torch.from_numpy(ours.pieces[None] + 1),
                pieces,
                inside,
                torch.from_numpy(rows[place : place + 1]),
            )
        assert found[place] == pytest.approx(wanted.numpy()[0], abs=0.02)


def test_other_passages_beside_it_change_nothing(tensors: dict[str, np.ndarray]) -> None:
    network = Network(tensors)
    rows = np.zeros((len(PASSAGES), len(READ_NAMES)), dtype=np.float32)
    ours, _ = _side(network, CLAIMS[0])
    sides = [_side(network, *passage)[0] for passage in PASSAGES]
    together = network.logits(ours, sides, rows)
    for place, side in enumerate(sides):
        assert network.logits(ours, [side], rows[:1])[0] == pytest.approx(together[place], abs=1e-4)


def test_it_knows_what_it_was_made_for(tensors: dict[str, np.ndarray]) -> None:
    network = Network(tensors)
    assert (network.features, network.pieces) == (len(READ_NAMES), StaticEncoder.builtin().size)
