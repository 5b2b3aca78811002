"""Papers: records in, plain data for Typst templates, PDF/UA-1 out."""
