"""Git's history of the records comes in; what changed on which day goes out: a page, feeds, the sitemap's days."""
