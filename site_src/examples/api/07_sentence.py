import json, os
from urllib.request import urlopen

base = os.environ["BAOGAO"]
report = json.load(urlopen(base + "api/v1/reports/330200/2020.json"))
first = json.load(urlopen(base + report["figures"]))["figures"][0]
print(first["text"], first["quote"], base + report["sentence"].format(figure=first["figure"]))
