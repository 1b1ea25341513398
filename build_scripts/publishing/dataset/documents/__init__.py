"""A document comes in; the same document as Akoma Ntoso, plain text and Markdown goes out."""
