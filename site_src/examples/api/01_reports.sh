curl -s "${BAOGAO}api/v1/index.json" |
  jq -r '.areas[] | [.area, .name, (.years | join(" "))] | @tsv'
