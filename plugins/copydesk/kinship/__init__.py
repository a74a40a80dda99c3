"""Which stories are one story printed twice, and which tell of the same event.

A story's kin is never written into its file, so a published story does not change because another arrived: it stands in
``content/relations.txt``, which every run writes anew.
"""
