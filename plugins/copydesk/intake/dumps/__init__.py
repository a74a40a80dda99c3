"""Text dumps: lines put back into paragraphs, columns and list items, Markdown marks into kinds."""
