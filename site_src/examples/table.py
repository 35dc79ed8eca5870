# 每个地区 2020 年的经济增长目标（pandas）
import pandas

observations = pandas.read_csv("observations.csv", dtype={"area": str, "period": str})
areas = pandas.read_csv("areas.csv", dtype={"area": str, "parent": str})
goals = observations.query(
    "indicator == 'gdp' and measure == 'growth' and status == 'target' and period == '2020'"
)
shown = ["name", "bound", "value", "value_high", "quote"]
print(goals.merge(areas, on="area")[shown].to_string(index=False))
