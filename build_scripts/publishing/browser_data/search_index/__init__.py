"""The search index of the site: every measure, and every passage outside them, findable by any stretch of its words.

    assets/search/catalogue.json       what each result is: its document, topics, bodies; labels; synonyms; the index's files
    assets/search/fold.json            the table by which queries are folded like the texts
    assets/search/index/<hash>.bin     where each pair of characters stands (postings.py)
    assets/search/text/<result>.json   heading and text as printed, for excerpts; fetched when a result is seen

The browser loads the catalogue and, of the index, the few files that hold a query's pairs.
"""
