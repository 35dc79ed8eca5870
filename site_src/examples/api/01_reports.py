import json, os
from urllib.request import urlopen

index = json.load(urlopen(os.environ["BAOGAO"] + "api/v1/index.json"))
for area in index["areas"]:
    print(area["area"], area["name"], *area["years"])
