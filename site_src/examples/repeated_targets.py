# 年年一样的目标：经济增长目标有多少与上一年相同，其中多少正是五年规划的年均目标（pandas）
import pandas

SAME = ["area", "indicator", "measure", "year"]
ENDS = ["low", "high"]
panel = pandas.read_csv("target_panel.csv", dtype={"area": str})

goals = panel[(panel["indicator"] == "gdp") & panel["absent"].isna()]
before = goals[[*SAME, *ENDS]].assign(year=goals["year"] + 1)
pairs = goals.merge(before, on=SAME, suffixes=("", "_before"))
pairs["repeated"] = True
for end in ENDS:  # 两年都没有这一端，也是一样
    now, then = pairs[end], pairs[f"{end}_before"]
    pairs["repeated"] &= (now == then) | (now.isna() & then.isna())
pairs["as_planned"] = pairs["repeated"] & (pairs["plan_distance"] == 0)
counts = pairs.groupby("area")[["repeated", "as_planned"]].sum()
counts.insert(0, "pairs", pairs.groupby("area").size())
counts.loc["total"] = counts.sum()
print(counts.reset_index().to_string(index=False))
