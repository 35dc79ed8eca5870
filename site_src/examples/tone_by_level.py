# 各级的目标说得有多硬：按地区的级别，数经济增长目标的用词（pandas）
import pandas

LEVELS = ["country", "province", "prefecture", "county"]
panel = pandas.read_csv("target_panel.csv", dtype={"area": str})
areas = pandas.read_csv("areas.csv", dtype=str)[["area", "level"]]

goals = panel[(panel["indicator"] == "gdp") & panel["absent"].isna()].merge(areas, on="area")
goals["firm"] = (goals["tone"] == "firm") | (goals["bound"] == "ge")  # 确保，以上
goals["soft"] = goals["bound"].isin(["approx", "range"])  # 左右，区间
shares = goals.groupby("level").agg(
    targets=("area", "size"), firm=("firm", "mean"), soft=("soft", "mean")
)
print(shares.reindex(LEVELS).dropna().round(3).reset_index().to_string(index=False))
