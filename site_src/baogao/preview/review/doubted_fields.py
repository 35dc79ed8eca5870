"""Which field of a figure each reason for doubt speaks of: that one is looked at first."""

RULES = {
    "value": (
        "letters behind it",
        "so many of each",
        "inside what another number counts",
        "brackets read as a minus",
    ),
    "unit": ("no unit", "a unit that is not known", "a unit that stands elsewhere"),
    "kind": ("a level that is named as a change", "a per cent of what is no share"),
    "indicator": ("a name whose unit is another",),
    "status": ("no heading tells",),
    "period": (
        "no year known",
        "several years to choose from",
        "several years that nothing near names",
        "several years in one sentence",
        "as many years as subjects",
    ),
    "label": ("nothing names it", "a label that is a fragment", "a subject that stands elsewhere"),
}
FIELD_OF = {rule: field for field, rules in RULES.items() for rule in rules}
