"""Stage 3: each number in its clause.

A clause is `subject predicate NUMBER bound noun`: 规上工业增加值 | 增长 | 8.7% | 以上. Each part
may be missing: a member of a list (`8%和8.9%`) has only its number; `,增长7%` has no subject;
`新增20家企业` names what is counted behind the number.

`slots` finds the parts, `predicates` divides what stands in front of a number, `nouns` finds what
follows it.
"""
