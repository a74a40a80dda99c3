"""What stands in ``content/``, and putting new versions of it there."""
