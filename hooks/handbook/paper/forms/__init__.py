"""How each type of item is answered with a pen; one file a group of types."""
