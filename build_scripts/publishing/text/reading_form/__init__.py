"""The form in which texts are read: Simplified characters and full-width punctuation, code point for code point.

``form`` makes it, from ``characters`` (the script) and ``punctuation``; ``patch`` is the way back to the text as
received; ``in_html`` (of the ``pieces_of_page``) and ``in_json`` lay both into a page and into a file for the browser; ``doubts``
says where a text gives it no sure ground. Offsets, sentences and marks hold in either form, for no length changes.
"""
