"""The way out: everything that readers get, written so that another generator can build it."""
