"""What readers search: an index a language, in pieces of which a search loads the two or three it needs."""
