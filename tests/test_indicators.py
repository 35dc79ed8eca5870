"""What `content/vocabulary/indicators.yml` promises to those who add an indicator and to those who
read one.
"""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from baogao.content.vocabulary.indicator_names import compared
from baogao.content.vocabulary.vocabulary import load

VOCABULARY = Path(__file__).parents[1] / "content/vocabulary"
INDICATORS = yaml.safe_load((VOCABULARY / "indicators.yml").read_text(encoding="utf-8"))
TOPICS = yaml.safe_load((VOCABULARY / "topics.yml").read_text(encoding="utf-8"))
BY_ID = {entry["id"]: entry for entry in INDICATORS}

REQUIRED = {
    "id",
    "zh",
    "en",
    "unit",
    "units",
    "topic",
    "direction",
    "definition",
    "aliases",
    "examples",
    "not",
}
OPTIONAL = {"definition_en", "headline", "promised_as", "plausible", "plausible_level"}

# The first list: these ids are in published addresses and in the hand-annotated reports.
FIRST = [
    "gdp",
    "gdp_per_capita",
    "general_budget_revenue",
    "total_fiscal_revenue",
    "fixed_asset_investment",
    "industrial_investment",
    "manufacturing_investment",
    "technical_renovation_investment",
    "hightech_investment",
    "private_investment",
    "transport_investment",
    "effective_investment",
    "retail_sales",
    "online_retail_sales",
    "cpi",
    "industrial_value_added_total",
    "industrial_value_added",
    "industrial_output",
    "strategic_emerging_value_added",
    "strategic_emerging_share",
    "hightech_value_added",
    "hightech_share",
    "equipment_value_added",
    "digital_core_value_added",
    "digital_core_share",
    "services_value_added",
    "cultural_value_added",
    "marine_value_added",
    "financial_value_added",
    "private_sector_value_added",
    "agriculture_value_added",
    "labour_productivity",
    "tax_per_mu",
    "value_added_per_mu",
    "industrial_energy_intensity",
    "energy_intensity",
    "rd_intensity",
    "rd_expenditure",
    "hightech_enterprises_new",
    "tech_smes_new",
    "patents_per_10k",
    "technology_transactions",
    "listed_companies_total",
    "listed_companies_new",
    "business_burden_cut",
    "exports",
    "foreign_trade",
    "imports",
    "services_trade",
    "fdi",
    "crossborder_ecommerce",
    "zhejiang_merchant_inflow",
    "port_cargo",
    "port_containers",
    "airport_passengers",
    "tourism_revenue",
    "loans_balance",
    "deposits_loans_balance",
    "npl_ratio",
    "social_financing_new",
    "income_all",
    "income_urban",
    "income_rural",
    "income_lowincome_rural",
    "income_ratio",
    "urban_jobs_new",
    "reemployed",
    "unemployment_registered",
    "unemployment_surveyed",
    "graduates_attracted",
    "skilled_workers_new",
    "pension_participation",
    "medical_participation",
    "elderly_beds_new",
    "livelihood_spending",
    "livelihood_spending_share",
    "life_expectancy",
    "preschool_inclusive_coverage",
    "primary_care_rate",
    "shantytown_starts",
    "old_communities_renovated",
    "elevators_added",
    "urbanization_rate",
    "built_up_area",
    "pm25",
    "air_good_days",
    "water_good_share",
    "waste_sorting_coverage",
    "zero_discharge_zones",
    "demolition_area",
    "renovation_area",
    "rural_roads_renewed",
    "high_standard_farmland",
    "cultural_halls_new",
    "fiveg_stations",
    "accident_deaths",
    "accidents",
    "public_safety_satisfaction",
    "three_public_expenses",
    "general_spending_cut",
    "npc_suggestions_handled",
    "cppcc_proposals_handled",
]

# What must not be mixed up: amounts of two moneys, shares with amounts, ratios with shares.
UNITS = [
    ("gdp", ["元"]),
    ("fdi", ["美元", "元"]),
    ("income_ratio", [":1", "倍"]),
    ("rd_intensity", ["%"]),
    ("cultural_halls_new", ["家", "个"]),
    ("pm25", ["微克/立方米"]),
    ("rural_roads_renewed", ["公里"]),
]
DIRECTIONS = [
    ("gdp", "up"),
    ("pm25", "down"),
    ("energy_intensity", "down"),
    ("cpi", "none"),
    ("unemployment_registered", "down"),
    ("npl_ratio", "down"),
    ("accidents", "down"),
    ("three_public_expenses", "down"),
    ("income_ratio", "down"),
    ("air_good_days", "up"),
    ("npc_suggestions_handled", "none"),
    ("imports", "none"),
]


@pytest.mark.parametrize("entry", INDICATORS, ids=lambda entry: entry["id"])
def test_entry_is_complete(entry):
    assert REQUIRED <= set(entry) <= REQUIRED | OPTIONAL
    texts = [
        entry["zh"],
        entry["en"],
        entry["definition"],
        *entry["aliases"],
        *entry["examples"],
        *entry["not"],
    ]
    assert all(isinstance(text, str) and text.strip() == text != "" for text in texts)
    assert entry["definition"].endswith("。")
    assert len(entry["examples"]) >= 2 and entry["not"]
    assert not set(entry["examples"]) & set(entry["not"])
    assert entry["direction"] in {"up", "down", "none"}
    assert entry["units"][0] == entry["unit"] and len(set(entry["units"])) == len(entry["units"])
    low, high = entry.get("plausible", (-1, 1))
    assert low < 0 < high


WORDS = load(VOCABULARY)


def test_ids_are_unique_and_plain():
    assert [
        name for name, times in Counter(entry["id"] for entry in INDICATORS).items() if times > 1
    ] == []
    assert [
        name for name in BY_ID if not name.replace("_", "").isalnum() or name != name.lower()
    ] == []


def test_first_list_is_kept():
    assert len(FIRST) == 102
    assert [name for name in FIRST if name not in BY_ID] == []


def test_a_name_belongs_to_one_indicator():
    names = Counter(
        plain(name) for entry in INDICATORS for name in (entry["zh"], *entry["aliases"])
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_a_name_as_it_is_compared_belongs_to_one_indicator():
    owners = {}
    for entry in INDICATORS:
        for name in (entry["zh"], *entry["aliases"]):
            owners.setdefault(compared(name, WORDS), set()).add(entry["id"])
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def plain(name):
    """A name without quotation marks."""
    return name.translate(str.maketrans("", "", "“”‘’"))


def test_topics_exist_and_are_used():
    assert {entry["topic"] for entry in INDICATORS} == {topic["id"] for topic in TOPICS}
    assert all(set(topic) == {"id", "zh", "en"} for topic in TOPICS)


def test_units_are_known():
    units = yaml.safe_load((VOCABULARY / "units.yml").read_text(encoding="utf-8"))
    known = {name for unit in units for name in (unit["unit"], *unit.get("words", ()))}
    used = {unit for entry in INDICATORS for unit in entry["units"]}
    # of a quotient (元/亩) the unit that is counted must be known
    assert {unit for unit in used if unit not in known and unit.split("/")[0] not in known} == set()


@pytest.mark.parametrize(("name", "units"), UNITS)
def test_accepted_units(name, units):
    assert BY_ID[name]["units"] == units


@pytest.mark.parametrize(("name", "direction"), DIRECTIONS)
def test_direction(name, direction):
    assert BY_ID[name]["direction"] == direction


def test_headline_indicators_are_those_that_most_reports_promise():
    assert {entry["id"] for entry in INDICATORS if entry.get("headline")} == {
        "gdp",
        "general_budget_revenue",
        "fixed_asset_investment",
        "industrial_value_added",
        "retail_sales",
        "exports",
        "foreign_trade",
        "rd_intensity",
        "income_urban",
        "income_rural",
        "urban_jobs_new",
        "unemployment_registered",
        "unemployment_surveyed",
        "cpi",
    }
