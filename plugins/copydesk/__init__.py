"""Copydesk: raw article files in, clean and attributed stories, a site and its feeds out."""
