"""Stage 1: numbers with their units.

`numerals` finds numbers as they are written, `units` what stands behind them, `quantities` puts the
two together, and `lacking_units` finds the unit of a number that has none behind it.
"""
