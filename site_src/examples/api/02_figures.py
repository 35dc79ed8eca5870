import os, pandas

figures = pandas.read_csv(os.environ["BAOGAO"] + "reports/330200/2020/figures.csv", dtype=str)
goals = figures[figures["status"] == "target"]
print(goals[["text", "label", "quote"]].to_string(index=False))
