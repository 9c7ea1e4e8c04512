"""What the handbook is made with and did not write: its locks, its licences, its known holes."""
