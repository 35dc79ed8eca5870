curl -s "${BAOGAO}indicators/gdp.json" | jq -r '
  def row($at): map_values(if type == "array" then .[$at]
                           elif type == "object" then .values[.at[$at]] else . end);
  .observations | range(.figure | length) as $at | row($at)
  | select(.area == "330200" and .measure == "growth")
  | [.period, .status, .value, .bound, .report] | @tsv'
