import os, pandas

gdp = pandas.read_csv(os.environ["BAOGAO"] + "indicators/gdp.csv", dtype={"area": str, "period": str})
growth = gdp[(gdp["area"] == "330200") & (gdp["measure"] == "growth")]
print(growth[["period", "status", "value", "bound", "report"]].to_string(index=False))
