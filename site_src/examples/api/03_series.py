import os, pandas

address = os.environ["BAOGAO"] + "indicators/gdp.csv"
gdp = pandas.read_csv(address, dtype={"area": str, "period": str})
growth = gdp[(gdp["area"] == "330200") & (gdp["measure"] == "growth")]
print(growth[["period", "status", "value", "bound", "report"]].to_string(index=False))
