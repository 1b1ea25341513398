#!/bin/sh
# 取数据库和它的说明，用现成的查询 search 检索：简体、繁体都可以。
set -eu
SITE="${SITE:-https://example.org}" # 站点的地址
NAME=policy-in-parallel

for file in "$NAME.sqlite" "$NAME.datasette.json"; do
  curl --fail --silent --show-error --output "$file" "$SITE/data/$file"
done

# 检索一次，结果是 JSON；去掉 --get 和它后面的，就在 http://127.0.0.1:8001 打开网页。
datasette "$NAME.sqlite" --metadata "$NAME.datasette.json" --get "/$NAME/search.json?q=飞地经济&_shape=array"
