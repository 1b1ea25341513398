"""A tree comes in; what a generator needs before it runs, and what a site needs after it, go out.

build.py              the one value that a build is made of
running_build.py      the build that is running, for what a generator calls by itself: macros, the hook
writers.py            one step of a build: what it reads, what it writes
before_generator.py   the steps before the generator, into docs/
after_generator.py    the steps after it, into the built site
completing_pages.py   what a page gets once it is HTML
sitemap.py            the list of all pages with the days of their last change
engines.py            the generators that can stand between
build_commands.py     the first half, the second, or both with a generator between them
"""
