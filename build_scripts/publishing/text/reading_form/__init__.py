"""The form in which texts are read: Simplified characters and full-width punctuation, code point for code point.

``form`` makes it, from ``characters`` (the script) and ``punctuation``; ``patch`` is the way back to the text as
received; ``html`` lays both into a page. Offsets, sentences and marks hold in either form, for no length changes.
"""
