"""Beginnings for editors, with only the words left to write: each such line bears a pencil."""
