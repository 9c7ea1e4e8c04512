"""What a finished page may hold: a list of everything that is allowed, and nothing else."""
