"""A build comes in; a site goes out of which only what changed was made: once, or after every edit while it is served.

mkdocs_frames.py   mkdocs and its theme, without their way through Markdown
site_pieces.py      pages and files as pieces of work
pages_by_hand.py   the pages that people write, and the other files by hand
kept_site.py       all of it
serving.py         all of it, again after every edit
"""
