"""What the search finds, in a real Chromium: 60 terms drawn by a seed, against every paragraph that holds them."""
import search_scores

BAR = 0.98


def test_recall_and_precision_by_kind_of_term(page, served):
    readings, vocabulary = search_scores.read()
    texts = search_scores.paragraphs(readings)
    terms = search_scores.drawn(readings, vocabulary, texts)
    assert {kind: len(words) for kind, words in terms.items()} == search_scores.DRAWN
    scores = search_scores.scores(page, served("/"), terms, texts)
    below = {kind: score for kind, score in scores.items() if min(score.recall, score.precision) < BAR}
    assert not below
