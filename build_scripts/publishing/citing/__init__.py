"""How to cite a document, an entry, a topic, a comparison or the data: in words by three styles, and as files.

    citations.py   an entry or a page of ours, cited in each style
    items.py   what is cited, as CSL-JSON
    styles.py  CSL-JSON through the CSL processor, with the styles of styles/
    bibtex.py, ris.py   CSL-JSON for reference managers
    citation_files.py   data/cite/<id>.bib, .ris and .json among the downloads

A sentence is cited by its entry's citation with the sentence's anchor at the end of the address.
"""
