"""Small wrong changes made to the code, one at a time, to see which of them no test notices: ``make mutation``.

The changes are mutmut's, all that it makes in the functions of a package. The running is ours: the tests of the package are
collected and run once in a copy of the tree that holds every change behind a switch, and each change is then tried in a
fork of that process, with the tests that run the changed line. mutmut itself starts pytest for every change, which with this
corpus to load takes ten times as long.
"""
