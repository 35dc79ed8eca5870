# 层层加码：各级的经济增长目标比上级同一年的高多少（pandas）
import pandas

LEVELS = ["province", "prefecture", "county"]
panel = pandas.read_csv("target_panel.csv", dtype={"area": str})
areas = pandas.read_csv("areas.csv", dtype=str)[["area", "level"]]

goals = panel[(panel["indicator"] == "gdp") & panel["distance"].notna()].merge(areas, on="area")
goals["higher"] = goals["distance"] > 0
goals["lower"] = goals["distance"] < 0
distances = goals.groupby("level").agg(
    pairs=("area", "size"),
    points=("distance", "mean"),
    higher=("higher", "mean"),
    lower=("lower", "mean"),
)
print(distances.reindex(LEVELS).dropna().round(3).reset_index().to_string(index=False))
