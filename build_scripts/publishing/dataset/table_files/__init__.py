"""Tables come in; CSV, SQLite, a workbook and a Data Package go out."""
