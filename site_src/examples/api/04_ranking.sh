curl -s "${BAOGAO}indicators/gdp.json" |
  jq -r '[.observations[] | select(.status == "target" and .measure == "growth" and .period == "2020")]
         | sort_by(-.value)[] | [.area, .value, .value_high, .bound, .quote] | @tsv'
