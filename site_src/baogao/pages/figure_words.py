"""The words in which figures are told of in a browser: one file for all reports.

`static/figure_facts.js` makes of it and of a report's `figures.json` what the inspector and the
figure table show.
"""

from baogao.content.files.json_bytes import json_bytes
from baogao.content.languages import is_chinese, of_language, phrase
from baogao.content.vocabulary.outcome_and_check_rules import STATES, state_name
from baogao.content.vocabulary.vocabulary_entries import Unit
from baogao.corpus.corpus import Corpus
from baogao.downloads.citation_texts import QUOTED

ADDRESS = "static/figure_words.json"
INSPECTOR = (
    "bound",
    "remarked",
    "reasons",
    "next_reason",
    "more",
    "period",
    "near",
    "outcome",
    "promise",
    "related",
    "fields",
    "marks",
    "reviewed",
)
SHARED = ("kinds", "statuses", "bounds", "sections", "measures", "certainty", "reasons")


def file(corpus: Corpus, strings: dict) -> tuple[str, bytes]:
    """Return the file: its address and its content."""
    vocabulary = corpus.vocabulary
    words = (
        {name: strings[name] for name in SHARED}
        | _names(corpus, strings)
        | {
            "inspector": {name: strings["inspector"][name] for name in INSPECTOR},
            "disagree": strings["checks"]["disagree"],
            "and": strings["punctuation"]["and"],
            "edited": strings["report"]["edited"],
            "doubt": strings["doubt"]["mark"],
            "none": strings["tables"]["none"],
            "reviewed": strings["tables"]["reviewed_by"],
            "cited": QUOTED,
            "topics": corpus.wordlists.topics,
            "indicators": {
                one.id: [one.name, one.topic, one.definition]
                for one in vocabulary.indicators.values()
            },
            "units": {
                name: [unit.base, float(unit.factor)]
                for name, unit in vocabulary.units.items()
                if not is_base(unit)
            },
        }
    )
    return of_language(ADDRESS, strings), json_bytes(words)


def _names(corpus: Corpus, strings: dict) -> dict[str, dict[str, str]]:
    """Return what units and states are called where that is not what the data have."""
    if is_chinese(strings):
        return {}
    units = (unit for unit in corpus.vocabulary.units if phrase(unit, strings) != unit)
    return {
        "unit_names": {unit: phrase(unit, strings) for unit in units},
        "states": {state: state_name(state, strings) for state in STATES},
    }


def is_base(unit: Unit) -> bool:
    """Say whether a unit is the base unit of what it measures."""
    return (unit.base, unit.factor) == (unit.name, 1)
