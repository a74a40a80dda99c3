"""Which stories on the shelf are kin: the text of ``content/relations.txt``."""
