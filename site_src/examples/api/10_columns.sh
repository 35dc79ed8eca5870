curl -s "${BAOGAO}api/v1/schema.json" |
  jq -r '."$defs".observations.properties | to_entries[]
         | [.key, .value.title, .value.description] | @tsv'
