import os, pandas

panel = pandas.read_csv(os.environ["BAOGAO"] + "data/target_panel.csv", dtype={"area": str})
gdp = panel[panel["indicator"] == "gdp"]
print(gdp["absent"].fillna("stated").value_counts().to_string())
