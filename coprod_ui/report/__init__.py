"""The participation report: one document of headings, sentences, tables and pictures, written out in four forms."""
