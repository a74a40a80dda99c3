"""Harnesses that are given anything at all, and must not fall over: `make fuzz` for minutes, a slice in every test run.

What a run finds is kept in `found/<harness>/`, one file an input, and tried again by every test run.
"""
