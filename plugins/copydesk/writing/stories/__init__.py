"""Story files: made of a story, read back and compared, taken apart into our chunks and the curator's, merged."""
