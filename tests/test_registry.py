"""Names are looked up, the nearest is offered, and none is overwritten in silence."""

from __future__ import annotations

import pytest

from factcheck.errors import UnknownName
from factcheck.registry import Registry


def registry() -> Registry[list[object]]:
    made: Registry[list[object]] = Registry("index")
    made.register("flat", lambda *given, **named: [*given, *named.items()])
    made.register("approximate", lambda: [])
    return made


def test_a_factory_gets_what_make_was_given() -> None:
    assert registry().make("flat", 4, path="晶片") == [4, ("path", "晶片")]


def test_names_are_listed_in_order_without_making_anything() -> None:
    made = registry()
    made.register("absent", lambda: pytest.fail("a factory ran while names were listed"))
    assert list(made) == ["absent", "approximate", "flat"]
    assert "flat" in made
    assert "平面" not in made
    assert 3 not in made


def test_an_unknown_name_offers_the_nearest_and_lists_the_known() -> None:
    with pytest.raises(UnknownName, match=r"Unknown index 'flta'\. Did you mean 'flat'\?.*approximate, flat"):
        registry().make("flta")
    with pytest.raises(UnknownName) as caught:
        registry().make("索引")
    assert "Did you mean" not in str(caught.value)


def test_a_name_is_registered_once() -> None:
    made = registry()
    with pytest.raises(ValueError, match="'flat' is registered already"):
        made.register("flat", lambda: [])
    assert made.make("flat", 1) == [1]


def test_an_error_of_the_factory_comes_through() -> None:
    made: Registry[int] = Registry("judge")
    made.register("broken", lambda: int("億"))
    with pytest.raises(ValueError, match="invalid literal"):
        made.make("broken")
