"""What `serve` is made of: the files it watches, the process that builds, the server, and what tells browsers."""
