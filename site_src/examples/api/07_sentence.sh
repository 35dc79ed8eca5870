report=$(curl -s "${BAOGAO}api/v1/reports/330200/2020.json")
curl -s "$BAOGAO$(echo "$report" | jq -r .figures)" |
  jq -r --arg page "$BAOGAO$(echo "$report" | jq -r .page)" '
    def row($at): map_values(if type == "array" then .[$at]
                             elif type == "object" then .values[.at[$at]] else . end);
    .figures | row(0) | [.text, .quote, $page + "#" + .figure] | @tsv'
