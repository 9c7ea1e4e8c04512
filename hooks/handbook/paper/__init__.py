"""Paper: chapters, worksheets and posters, made from the same model as the pages."""
