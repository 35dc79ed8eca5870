import os, pandas

panel = pandas.read_csv(os.environ["BAOGAO"] + "data/target_panel.csv", dtype={"area": str})
goals = panel[(panel["indicator"] == "gdp") & (panel["year"] == 2020) & panel["absent"].isna()]
print(goals.sort_values("low", ascending=False)[["area", "low", "high", "bound", "quote"]].to_string(index=False))
