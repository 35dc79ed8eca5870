# 每个地区 2020 年的经济增长目标（pandas）
import pandas

observations = pandas.read_csv("observations.csv", dtype={"area": str, "period": str})
areas = pandas.read_csv("areas.csv", dtype={"area": str, "parent": str})
goals = observations.query("indicator == 'gdp' and measure == 'growth' and status == 'target' and period == '2020'")
print(goals.merge(areas, on="area")[["name", "bound", "value", "value_high", "quote"]].to_string(index=False))
