"""What was loaded comes in, a list of problems goes out: the rules, one small function each, by the files they are about."""
