"""A tree comes in; what a generator needs before it runs, and what a site needs after it, go out.

build_inputs.py       the one value that a build is made of
held_build.py         the build that is running, for what a generator calls by itself: macros, the hook
build_step.py         one step of a build: what it reads, what it writes
before_generator.py   the steps before the generator, into docs/
after_generator.py    the steps after it, into the built site
completing_pages.py   what a page gets once it is HTML, and a style sheet
site_files/           what stands beside the pages: sitemap, Markdown of each, llms.txt, OpenSearch
site_generators.py    the generators that can stand between
keeping/              pieces of work, of which only what changed is done
kept/                 the site as pieces of work: without the generator's way through Markdown
before_all_after.py   the first half, the second, or all of it
"""
