#!/bin/sh
# 工作簿和一个专题的问题表转成 PDF，可以直接打印；工作簿的每张表另存一个 CSV。
set -eu
SITE="${SITE:-https://example.org}" # 站点的地址

fetch() {
  curl --fail --silent --show-error --output "$2" "$SITE/$1"
}

fetch data/policy-in-parallel.xlsx policy-in-parallel.xlsx
fetch topics/enclave-parks/questions.docx questions.docx

soffice --headless --convert-to pdf policy-in-parallel.xlsx questions.docx
# 44 是逗号，34 是引号，76 是 UTF-8，末尾的 -1 是每张表一个文件。
soffice --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1' policy-in-parallel.xlsx
