"""What is well with an installation, and what somebody must do about what is not: `adquem doctor`."""

from bot.doctor.examining import examine
from bot.doctor.findings import Finding, State

__all__ = ["Finding", "State", "examine"]
