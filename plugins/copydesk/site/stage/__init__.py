"""The ground a build stands on: its lock and stage, whether the site stands already, how a build ends."""
