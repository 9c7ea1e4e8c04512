"""One file an item type; each defines TYPE."""
