"""Stage 2: which quantities are no figures, and why.

`nonfigures` asks one question after another; `class_limits` knows numbers that only say which
things are meant (10亿元以上|项目), `unsafe` those that tell a measure but cannot be read safely.
"""
