"""What the search finds, in a real Chromium: terms drawn by a seed, against every paragraph that
holds them.
"""

import pytest

import search_scores

BAR = 0.98


@pytest.mark.parametrize("most", [3, pytest.param(100, marks=pytest.mark.nightly)])
def test_recall_and_precision_by_kind_of_term(page, served, most):
    readings, vocabulary = search_scores.read()
    texts = search_scores.paragraphs(readings)
    terms = search_scores.drawn(readings, vocabulary, texts)
    assert {kind: len(words) for kind, words in terms.items()} == search_scores.DRAWN
    some = {kind: words[:most] for kind, words in terms.items()}
    scores = search_scores.scores(page, served("/"), some, texts)
    below = {
        kind: score for kind, score in scores.items() if min(score.recall, score.precision) < BAR
    }
    assert not below
