"""Markdown to HTML: the parts that need no parser, and the parser for all others."""
