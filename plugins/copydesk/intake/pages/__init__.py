"""Saved pages: one pass over the tree, everything visible becomes a block."""
