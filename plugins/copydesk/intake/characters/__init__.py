"""Bytes to text: which encoding a file is in, what was decoded wrongly before us, characters that do harm."""
