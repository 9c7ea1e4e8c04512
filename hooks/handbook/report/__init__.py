"""What was found, told to an editor, to a program, or to GitHub."""
