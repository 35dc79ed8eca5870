curl -s "${BAOGAO}api/v1/changes/$1.json" |
  jq -r '"\(.from.version) → \(.to.version)",
         "added \(.added | length), removed \(.removed | length), changed \(.changed | length)"'
