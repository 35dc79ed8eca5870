"""Stage 1: numbers with their units.

`numerals` finds numbers in digits and `hanzi` those in Chinese numerals (`number` is what both
give), `units` what stands behind them, `signs` a minus in front; `quantities` puts these together,
and `lacking_units` finds the unit of a number that has none behind it.
"""
