import json, os
from urllib.request import urlopen

schema = json.load(urlopen(os.environ["BAOGAO"] + "api/v1/schema.json"))
for name, column in schema["$defs"]["observations"]["properties"].items():
    print(name, column["title"], column["description"], sep="\t")
