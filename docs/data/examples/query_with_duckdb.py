"""每个问题有几份文件答了、几份未写：整包解开以后，用 SQL 查表。"""

import os

import duckdb

DATA = os.environ.get("DATA", "policy-in-parallel-2026.2")  # 整包解开的文件夹

found = duckdb.sql(f"""
    select p.id,
           count(*) filter (where state = 'answered') as answered,
           count(*) filter (where state = 'silent')   as silent
    from read_csv('{DATA}/tables/answers.csv', all_varchar = true) as a
    join read_csv('{DATA}/tables/points.csv', all_varchar = true) as p on p.id = a.point
    group by p.id
    order by p.id
""")
for point, answered, silent in found.fetchall():
    print(f"{point}\t{answered}\t{silent}")
