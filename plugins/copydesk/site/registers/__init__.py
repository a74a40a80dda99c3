"""What ``content/ledger/`` remembers of the site: the addresses it has had, the editions that are out."""
