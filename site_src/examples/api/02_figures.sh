curl -s "${BAOGAO}reports/330200/2020/figures.json" |
  jq -r '.figures[] | select(.status == "target") | [.text, .label, .quote] | @tsv'
