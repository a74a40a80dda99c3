"""Which story a document is, where it stands, and what to write for it: decided here, written elsewhere."""
