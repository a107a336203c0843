"""The built-in encoder: two scripts in one place, two languages near each other, English words known."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.encoders.builtin import BuiltinEncoder
from factcheck.errors import ModelError

_ENCODER = BuiltinEncoder.builtin()


def test_both_scripts_are_one_text() -> None:
    one, other = _ENCODER.encode_queries(["政府批准了晶片的出口許可", "政府批准了晶片的出口许可"])
    assert float(one @ other) > 0.999


@pytest.mark.parametrize(
    ("claim", "alike", "other"),
    [
        ("The government approved the export licence.", "政府批准了出口許可證。", "昨天下午下了一場大雨。"),
        ("The government approved the export licence.", "政府批准了出口许可证。", "昨天下午下了一场大雨。"),
        ("政府批准了 the export licence", "The government 批准出口許可證", "昨天下午 it rained"),
        (
            "Walmart kidnapped nobody; the photograph is a hoax",
            "A viral picture of an abduction at Walmart is fake",
            "Parliament raised the tariff on imported chips",
        ),
    ],
)
def test_what_means_the_same_is_nearer_than_another_sentence(claim: str, alike: str, other: str) -> None:
    asked, near, far = _ENCODER.encode_queries([claim, alike, other])
    assert float(asked @ near) > float(asked @ far) + 0.2


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_text_has_a_unit_vector_that_no_neighbour_changes(texts: list[str]) -> None:
    vectors = _ENCODER.encode_passages(texts)
    assert vectors.shape == (len(texts), _ENCODER.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert (_ENCODER.encode_queries([text])[0] == vector).all()


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"found no model.safetensors"):
        BuiltinEncoder(tmp_path)
