"""Blocks to Markdown: spans, lists, whole bodies."""
