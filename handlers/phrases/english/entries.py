"""Changing and withdrawing what stands on the docket."""
