"""What goes along with the data comes in; the files that say what it is, whose, and how to cite it go out."""
