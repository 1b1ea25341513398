"""The dataset under data/: every download, made from corpus.json and the tables, byte for byte the same every time.

corpus.json, corpus.schema.json            everything in one file, and its shape
documents.json measures.json …             lists of each kind
documents/ measures/ agencies/ topics/ …   one JSON file per thing; schemas/, openapi.json say what they are
tables/*.csv, datapackage.json             the tables, and how they join
policy-in-parallel.sqlite, .xlsx           the tables as a database and as a workbook
akn/ text/ markdown/ sources/              the documents
README.txt LICENSE.txt CITATION.cff        what goes along
policy-in-parallel.zip, SHA256SUMS         all of it, and its checksums
"""
