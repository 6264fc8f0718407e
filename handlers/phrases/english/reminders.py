"""Reminders and the daily digest."""
