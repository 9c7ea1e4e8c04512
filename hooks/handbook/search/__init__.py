"""What readers search: an index a language, cut in pieces; a search loads two or three of them."""
