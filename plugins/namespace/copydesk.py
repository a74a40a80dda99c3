"""Copydesk as Pelican finds it: in the wheel this file is ``pelican/plugins/copydesk.py``."""

from copydesk.site import register

__all__ = ["register"]
