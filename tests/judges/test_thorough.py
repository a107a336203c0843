"""The thorough judge: a transformer reads the likeliest English passages; Chinese is left to the built-in one."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.comparing.comparison import compare
from factcheck.comparing.statement import read_statement
from factcheck.encoders.static import StaticEncoder
from factcheck.judges import Judgement, Pair, load_judge
from factcheck.judges.builtin import BuiltinJudge
from factcheck.judges.thorough import ThoroughJudge
from factcheck.judges.transformer import MOST, texts_of
from factcheck.model import Stance

BORN = "Ada Moreno was born in Lisbon and moved to Porto as a child."


@pytest.fixture(scope="module")
def judge() -> ThoroughJudge:
    found = load_judge("thorough")
    assert isinstance(found, ThoroughJudge)
    return found


def pair(claim: str, passage: str, *, given: bool = False) -> Pair:
    ours, theirs = read_statement(claim), read_statement(passage)
    return Pair(claim, passage, compare(ours, theirs, StaticEncoder.builtin()), given=given)


def judged(judge: BuiltinJudge, claim: str, passage: str) -> Judgement:
    (found,) = judge.judge([pair(claim, passage, given=True)])
    return found


@pytest.mark.parametrize(
    ("claim", "passage", "stance"),
    [
        ("Ada Moreno was born in Portugal's capital, Lisbon.", BORN, Stance.SUPPORTS),
        ("Ada Moreno has never been to Lisbon.", BORN, Stance.CONTRADICTS),
        (
            "The painter won the prize.",
            "The harbour was widened so that larger ships could enter.",
            Stance.NEUTRAL,
        ),
    ],
)
def test_english_words_are_read(judge: ThoroughJudge, claim: str, passage: str, stance: Stance) -> None:
    assert judged(judge, claim, passage).stance is stance


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("商務部批准了該晶片的出口。", "商务部禁止了该芯片的出口。"),
        ("启明半导体营收为25亿元。", "Qiming Semiconductor reported revenue of 2.5 billion yuan."),
        ("NVIDIA 輝達 sold more chips.", "Sales of chips rose at Nvidia."),
    ],
)
def test_with_chinese_on_either_side_the_builtin_judge_answers(
    judge: ThoroughJudge, claim: str, passage: str
) -> None:
    assert judged(judge, claim, passage) == judged(BuiltinJudge(), claim, passage)


def test_only_the_five_likeliest_passages_of_a_claim_are_read(judge: ThoroughJudge) -> None:
    claim = "Ada Moreno was born in Lisbon."
    pairs = [pair(claim, f"{BORN} It was the year {1900 + place}.") for place in range(9)]
    ours, theirs = judge.judge(pairs), BuiltinJudge().judge(pairs)
    assert sum(one != other for one, other in zip(ours, theirs, strict=True)) == 5


def test_another_figure_contradicts_whatever_the_transformer_reads(judge: ThoroughJudge) -> None:
    found = judged(judge, "Veltron sold 900,000 chips in May.", "Veltron sold 300,000 chips in May.")
    assert found.stance is Stance.CONTRADICTS


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Ada Moreno has never been to Lisbon.", BORN),
        ("啟明半導體營收為40億元。", "启明半导体营收为25亿元。"),
        ("Qiming Semiconductor 營收 was 4 billion yuan.", "启明半导体营收为25亿元。"),
    ],
)
def test_the_pushes_sum_to_what_was_weighed(judge: ThoroughJudge, claim: str, passage: str) -> None:
    asked = pair(claim, passage)
    (found,) = judge.judge([asked])
    sums = np.asarray([push[1:] for push in judge.pushes(asked)]).sum(axis=0)
    shares = np.exp(sums) / np.exp(sums).sum()
    weighed = found.steps[0]
    assert shares[:2] == pytest.approx([weighed.supports, weighed.contradicts], abs=1e-4)


def test_passages_are_read_alone_as_in_a_batch(judge: ThoroughJudge) -> None:
    texts = [
        texts_of("Sales rose.", "Sales fell by a tenth.", ""),
        texts_of("Ada Moreno was born in Lisbon.", BORN, "Lives of painters " * 30),
    ]
    together = judge._transformer.logits(texts)
    alone = np.concatenate([judge._transformer.logits([one]) for one in texts])
    np.testing.assert_allclose(together, alone, atol=1e-3)


def test_long_texts_are_cut_off_the_passage(judge: ThoroughJudge) -> None:
    encoded = judge._transformer._tokenizer.encode(*texts_of("word " * 500, "sentence " * 500, "more " * 500))
    assert len(encoded.ids) == MOST
    assert encoded.type_ids[-1] == 1


def test_it_reads_as_the_model_that_was_trained_does(judge: ThoroughJudge) -> None:
    """Against the same weights in transformers' own BERT; the two differ by the form of GELU."""
    import torch
    from transformers import BertConfig, BertModel

    reader = judge._transformer
    config = BertConfig(
        vocab_size=30522, hidden_size=384, num_hidden_layers=6, num_attention_heads=12,
        intermediate_size=1536, max_position_embeddings=MOST,
    )  # fmt: skip
    body = BertModel(config, add_pooling_layer=False)
    body.train(False)
    names = {
        "embeddings.word_embeddings.weight": "word",
        "embeddings.position_embeddings.weight": "position",
        "embeddings.token_type_embeddings.weight": "side",
    }
    parts = {
        "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
        "attention.output.dense": "out", "attention.output.LayerNorm": "attended",
        "intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "fed",
    }  # fmt: skip
    w, state = reader._w, {}
    for name in body.state_dict():
        if name in names:
            own = names[name]
            state[name] = w[own].astype(np.float32) * w[f"{own}.scales"][:, None]
            continue
        part, _, kind = name.rpartition(".")
        if part == "embeddings.LayerNorm":
            own = "embedded"
        elif part.startswith("encoder.layer."):
            layer, _, rest = part.removeprefix("encoder.layer.").partition(".")
            own = f"{layer}.{parts[rest]}"
        else:
            continue
        if "LayerNorm" in part:
            state[name] = w[f"{own}.{'scale' if kind == 'weight' else 'shift'}"]
        else:
            state[name] = w[own].T if kind == "weight" else w[f"{own}.bias"]
    body.load_state_dict({name: torch.from_numpy(np.array(one)) for name, one in state.items()}, strict=False)
    text = texts_of("Ada Moreno has never been to Lisbon.", BORN, "")
    tokens = reader._tokenizer.encode(*text)
    with torch.no_grad():
        states = body(
            input_ids=torch.tensor([tokens.ids]), token_type_ids=torch.tensor([tokens.type_ids])
        ).last_hidden_state.numpy()[0]
    wanted = np.concatenate([states[0], states.mean(axis=0)]) @ w["head"] + w["head.bias"]
    np.testing.assert_allclose(reader.logits([text])[0], wanted, atol=0.05)
