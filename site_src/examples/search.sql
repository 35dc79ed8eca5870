-- 哪些报告写到“长三角”，各有几段；两个字的词直接查，更长的写成相邻的每两个字，加引号（sqlite3 baogao.sqlite）
SELECT r.title, count(*) AS paragraphs
FROM paragraphs_fts AS f
JOIN paragraphs AS p ON p.rowid = f.rowid
JOIN reports AS r ON r.report = p.report
WHERE paragraphs_fts MATCH '"长三 三角"'
GROUP BY r.report ORDER BY paragraphs DESC;
