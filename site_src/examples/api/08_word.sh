curl -s "${BAOGAO}reports/330200/2020/report.md" |
  awk '/^---$/ { part++; next } part >= 2' | grep -o 就业 | wc -l
