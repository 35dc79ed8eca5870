"""Figures: every quantity that a text states about the world, with what must be known of it.

One record, a `Candidate`, grows on its way through the stages; here with the sentence
`2025年，3号线建成，全市生产总值增长6.8%以上。` (`pipeline` calls the stages in this order):

    stage                adds                     of 3号线   of 6.8%以上
    1 numbers            quantity                 3         6.8, in %
    2 vetoes             veto: why it is none     "a date"  None
    3 clauses            own, subject, predicate            全市生产总值增长: 全市生产总值 | 增长
                         noun, closing, ...                 closing bound 以上
    4 kind_and_sign      kind                               change, a rise, by 增长
    5 bounds             bound                              ge, by 以上 behind it
    6 subjects           named: label and area              生产总值, of the report's own area
    7 status_and_period  time                               actual, 2025, by 2025年
    8 tones              tone: how firmly promised          none: it is no target
    9 indicators         known: id of it                    gdp, by its name 地区生产总值
    10 certainty         certainty, by all notes            high: nothing makes it less than sure

Stages 1 and 2 work on the whole text, the others on a `Sentence` with all its candidates: what a
clause leaves out stands in the clauses before it. Each stage keeps the rule and the words that
decided, which `--explain` shows, and notes with `Candidate.caution` what makes a reading less than
sure. The end is a `Figure`. `tests/gold/README.md` says what a figure is.
"""

from baogao.reading.figures.candidate import Candidate
from baogao.reading.figures.pipeline import candidates, decided, doubts, figures

__all__ = ["Candidate", "candidates", "decided", "doubts", "figures"]
