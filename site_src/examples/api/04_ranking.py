import os, pandas

panel = pandas.read_csv(os.environ["BAOGAO"] + "data/target_panel.csv", dtype={"area": str})
goals = panel[(panel["indicator"] == "gdp") & (panel["year"] == 2020) & panel["absent"].isna()]
highest = goals.sort_values("low", ascending=False)
print(highest[["area", "low", "high", "bound", "quote"]].to_string(index=False))
