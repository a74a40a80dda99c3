"""The folder of raw files: which of them are seeds, cleaning one, and what the last run made of each."""
