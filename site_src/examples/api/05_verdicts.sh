curl -s "${BAOGAO}data/targets.csv" | tail -c +4 |
  python3 -c 'import csv, json, sys; print(json.dumps(list(csv.DictReader(sys.stdin))))' |
  jq -r '.[] | select(.area == "330200" and .year == "2019")
         | [.indicator, .target_low, .outcome, .state_code] | @tsv'
