"""What is asked of the pages beyond their form: a rule a file, all listed in `registry`."""
