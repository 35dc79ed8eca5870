import os, pandas

targets = pandas.read_csv(os.environ["BAOGAO"] + "data/targets.csv", dtype={"area": str})
here = targets[(targets["area"] == "330200") & (targets["year"] == 2019)].sort_values("state_code")
print(here[["indicator", "target_low", "outcome", "state_code"]].to_string(index=False))
