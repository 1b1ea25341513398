"""A checked corpus comes in; pages, downloads and the files of the browser go out."""
