"""各地牵头单位各牵头几条：读 CSV，类型照 datapackage.json。"""

import json
import os
from urllib.request import urlopen

import pandas as pd

SITE = os.environ.get("SITE", "https://example.org")  # 站点的地址
resources = {r["name"]: r for r in json.load(urlopen(f"{SITE}/data/datapackage.json"))["resources"]}


def table(name):
    """一张表：文字就是文字（3.10 不是 3.1），开头的一个撇号去掉。"""
    texts = [f["name"] for f in resources[name]["schema"]["fields"] if f["type"] == "string"]
    frame = pd.read_csv(f"{SITE}/data/{resources[name]['path']}", dtype=dict.fromkeys(texts, "string"))
    frame[texts] = frame[texts].apply(lambda column: column.str.removeprefix("'"))
    return frame


duties, agencies = table("responsibilities"), table("agencies")
lead = duties[duties["role"] == "lead"].merge(agencies, left_on="agency", right_on="id", suffixes=("", "_agency"))
for (place, body), n in lead.groupby(["jurisdiction", "name_agency"]).size().items():
    print(f"{place}\t{body}\t{n}")
