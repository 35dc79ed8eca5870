"""Stage 6: subjects, what a number is about, in the report's own words.

`labels` names the figures of a sentence one group after the other. What a clause says itself is
divided by `lists`, and `shared` gives each member what only one of them says; where the noun stands
behind the number, `nouns_behind` makes the name; `investments` tells what money is for; `ranks`
names places in an order. What a clause leaves out comes from the figures before it (`completed`,
`parts`) or from a clause before it (`topics`). `places` knows which area is meant.

`stripping` takes away what opens a clause, `trimming` what is no part of a name. The label's words
come from `wording`: what opens a clause, verbs, and what is measured.
"""
