"""What machines read of the site: structured data, cards for sharing, sitemaps, word for crawlers, the web manifest."""
