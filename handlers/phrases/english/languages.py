"""The names of languages, and which one was chosen."""
