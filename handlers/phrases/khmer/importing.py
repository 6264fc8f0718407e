"""Importing from elsewhere."""
