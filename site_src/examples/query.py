# 各地的目标有多少能判定，其中多少达到（DuckDB）
import duckdb

print(duckdb.sql("""
    SELECT a.name, t.year,
           count(*) FILTER (state IN ('达到', '区间内', '未达到')) AS judged,
           count(*) FILTER (state IN ('达到', '区间内')) AS reached
    FROM 'targets.csv' t JOIN 'areas.csv' a USING (area)
    GROUP BY ALL HAVING judged > 0 ORDER BY a.name, t.year
"""))
print(duckdb.sql("""
    SELECT indicator, count(*) AS figures FROM 'figures.parquet'
    WHERE indicator IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 5
"""))
