#!/bin/sh
# 文件的名单、一条、一个专题各取一个 JSON；一页的文字取 Markdown。
set -eu
SITE="${SITE:-https://example.org}" # 站点的地址

fetch() {
  curl --fail --silent --show-error --output "$2" "$SITE/$1"
}

fetch data/documents.json documents.json
fetch data/measures/gansu-enclave-economy/3.4.json measure.json
fetch data/topics/enclave-parks.json topic.json
fetch measures/gansu-enclave-economy/3.4/index.md measure.md
