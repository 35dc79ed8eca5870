-- 哪些报告写到“长三角”，各有几段；每个字之间加一个空格，整个词组加引号（sqlite3 baogao.sqlite）
SELECT r.title, count(*) AS paragraphs
FROM paragraphs_fts AS f
JOIN paragraphs AS p ON p.rowid = f.rowid
JOIN reports AS r ON r.report = p.report
WHERE paragraphs_fts MATCH '"长 三 角"'
GROUP BY r.report ORDER BY paragraphs DESC;
