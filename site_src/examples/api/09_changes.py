import csv, json, os, sys
from urllib.request import urlopen
change = json.load(urlopen(os.environ["BAOGAO"] + f"api/v1/changes/{sys.argv[1]}.json"))
with open(sys.argv[2], encoding="utf-8-sig", newline="") as old:
    rows = {(row["figure"], row["record"]): row for row in csv.DictReader(old)}
for figure, record in change["removed"]: del rows[figure, record]
for row in change["changed"] + change["added"]: rows.setdefault((row["figure"], row["record"]), {}).update(row)
place = lambda row: (change["reports"].index(row["report"]), int(row["start"]), int(row["record"]))
table = [[row[name] for name in change["columns"]] for row in sorted(rows.values(), key=place)]
with open(sys.argv[3], "w", encoding="utf-8-sig", newline="") as new: csv.writer(new).writerows([change["columns"], *table])
