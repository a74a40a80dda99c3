"""Front matter: what it records, its keys, how their values are written and read, and the YAML they are in."""
