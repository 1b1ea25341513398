"""What a site is made of comes in as pieces of work; only what changed since the last time is done, and the whole site stands.

recorded_corpus.py  the corpus, its look-ups and its comparison, which tell what is read of them
sums.py             sums of values, of what was read, of the code
ledger.py           what every file was made of, written down from one build to the next
kept_templates.py   templates as they were compiled
making.py           pieces of work: kept, done in several processes, removed
one_at_a_time.py    two builds in one folder: the second waits
"""
