report=$(curl -s "${BAOGAO}api/v1/reports/330200/2020.json")
curl -s "$BAOGAO$(echo "$report" | jq -r .figures)" |
  jq -r --arg page "$BAOGAO$(echo "$report" | jq -r .page)" \
    '.figures[0] | [.text, .quote, $page + "#" + .figure] | @tsv'
