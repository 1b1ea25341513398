"""Parquet 的表用 SQL 连起来查：答了几份、未写几份；哪些条各地写得最硬；哪份上级文件被援引得最多。"""

import os

import duckdb

DATA = os.environ.get("DATA", "site/data")  # 放着 parquet/ 的文件夹

for table in ("answers", "points", "measures", "documents", "cited_by", "works"):
    duckdb.sql(f"create view {table} as from '{DATA}/parquet/{table}.parquet'")


def show(title, query):
    print(f"== {title}")
    for row in duckdb.sql(query).fetchall():
        print("\t".join(map(str, row)))


show("每个问题：答了几份，未写几份", """
    select p.id, count(*) filter (where state = 'answered'), count(*) filter (where state = 'silent')
    from answers as a join points as p on p.id = a.point
    group by p.id order by p.id
""")
show("每个地方：条目数，“须做到”的用语平均几处", """
    select d.jurisdiction, count(*), round(avg(m.mandatory), 2)
    from measures as m join documents as d on d.id = m.document
    where m.kind = 'measure'
    group by d.jurisdiction order by d.jurisdiction
""")
show("每份被援引的文件：几处，几处是依据", """
    select w.id, count(c.n), count(*) filter (where c.relation = 'basis')
    from works as w left join cited_by as c on c.work = w.id
    group by w.id order by w.id
""")
