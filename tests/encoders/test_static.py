"""The built-in encoder: two scripts in one place, two languages near each other, tokens with offsets."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factcheck.encoders.static import StaticEncoder

_ENCODER = StaticEncoder.builtin()


def test_both_scripts_are_one_text() -> None:
    one, other = _ENCODER.encode_queries(["政府批准了晶片的出口許可", "政府批准了晶片的出口许可"])
    assert float(one @ other) > 0.999


def test_a_translation_is_nearer_than_another_sentence() -> None:
    claim, translation, other = _ENCODER.encode_queries(
        ["The government approved the export licence.", "政府批准了出口許可證。", "昨天下午下了一場大雨。"]
    )
    assert float(claim @ translation) > float(claim @ other) + 0.2


@given(st.text(max_size=60))
def test_token_offsets_index_the_untouched_text(text: str) -> None:
    spans, vectors, weights = _ENCODER.token_vectors(text)
    assert len(spans) == len(vectors) == len(weights)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert np.isfinite(vectors).all()
