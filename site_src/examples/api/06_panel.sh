curl -s "${BAOGAO}data/target_panel.csv" | tail -c +4 |
  python3 -c 'import csv, json, sys; print(json.dumps(list(csv.DictReader(sys.stdin))))' |
  jq -r 'map(select(.indicator == "gdp")) | group_by(.absent)[] | [length, .[0].absent] | @tsv'
