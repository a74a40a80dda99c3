"""What strangers, crashes and full disks may do to Copydesk, tried out: a table of experiments (`make torture`).

A module that tries something offers `EXPERIMENTS`; `make torture` runs all of each, `make test` a slice.
"""
