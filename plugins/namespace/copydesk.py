"""Copydesk as Pelican finds it: in the wheel this file is ``pelican/plugins/copydesk/__init__.py``."""

from copydesk import register

__all__ = ["register"]
