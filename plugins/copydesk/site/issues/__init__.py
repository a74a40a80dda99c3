"""Editions: which stories make one digest, and under which number."""
