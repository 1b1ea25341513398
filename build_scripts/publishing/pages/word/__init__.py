"""Tables of a page come in; Word documents (OOXML, ISO/IEC 29500) with footnotes go out."""
