"""What a curator's correction teaches: the edited story against what was generated becomes rules for its publisher.

`correction` says what the hand changed, `lessons` which rules would do the same, `trial` what those would change in the
other seeds of the publisher, `sources` how ``sources.toml`` says them. Nothing here writes a file.
"""
