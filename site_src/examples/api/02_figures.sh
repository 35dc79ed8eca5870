# A column is one value for all rows, a value for each, or its different values and their places.
curl -s "${BAOGAO}reports/330200/2020/figures.json" | jq -r '
  def row($at): map_values(if type == "array" then .[$at]
                           elif type == "object" then .values[.at[$at]] else . end);
  .figures | range(.figure | length) as $at | row($at)
  | select(.status == "target") | [.text, .label, .quote] | @tsv'
