"""The examples of the page 用数据, and the files for reference managers, in the tools of those who use them: make test-tools.

They stand outside the suite: R, Node, Datasette, LibreOffice and the rest are nobody's to install for a test. What is
missing here fails and says how it is installed.
"""
