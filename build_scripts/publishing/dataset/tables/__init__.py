"""The exported corpus comes in; rows of each table go out, with what every column means."""
