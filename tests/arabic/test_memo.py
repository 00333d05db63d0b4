"""What a function gives, kept by its argument."""

from __future__ import annotations

from extract.arabic.memo import Memo


def test_a_value_is_worked_out_once() -> None:
    asked: list[str] = []
    memo = Memo[str, int](lambda word: asked.append(word) or len(word))
    assert [memo[w] for w in ("قمة", "لقاء", "قمة")] == [3, 4, 3]
    assert asked == ["قمة", "لقاء"]


def test_none_is_a_value_too() -> None:
    asked: list[str] = []
    memo = Memo[str, None](asked.append)
    assert memo["قمة"] is None and memo["قمة"] is None
    assert asked == ["قمة"]


def test_all_is_forgotten_before_it_fills_memory() -> None:
    memo = Memo[int, int](lambda n: n * n, limit=10)
    for n in range(100):
        assert memo[n] == n * n
        assert len(memo) <= 10
