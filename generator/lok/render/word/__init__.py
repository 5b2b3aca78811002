"""Documents for a word processor: native, editable and accessible .docx, with the same bytes on every run."""
