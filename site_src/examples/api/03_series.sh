curl -s "${BAOGAO}indicators/gdp.json" |
  jq -r '.observations[] | select(.area == "330200" and .measure == "growth")
         | [.period, .status, .value, .bound, .report] | @tsv'
