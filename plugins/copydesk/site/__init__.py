"""The site: Pelican's generators, our reader, page values, feeds, and the one writer all output goes through.

The only folder that imports Pelican. `plugin` connects it; importing `reader` makes Pelican know our reader, so nothing
here is imported before Pelican asks for the plugin.
"""
