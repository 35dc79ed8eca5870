curl -s "${BAOGAO}indicators/gdp.json" | jq -r '
  def row($at): map_values(if type == "array" then .[$at]
                           elif type == "object" then .values[.at[$at]] else . end);
  .observations | [range(.figure | length) as $at | row($at)
    | select(.status == "target" and .measure == "growth" and .period == "2020")]
  | sort_by(-.value)[] | [.area, .value, .value_high, .bound, .quote] | @tsv'
