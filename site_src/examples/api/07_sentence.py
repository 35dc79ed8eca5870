import csv, io, json, os
from urllib.request import urlopen

base = os.environ["BAOGAO"]
report = json.load(urlopen(base + "api/v1/reports/330200/2020.json"))
table = io.TextIOWrapper(urlopen(base + report["figures_csv"]), "utf-8-sig")
first = next(csv.DictReader(table))
print(first["text"], first["quote"], base + report["sentence"].format(figure=first["figure"]))
