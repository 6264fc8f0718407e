"""Pure builders of what people see: values in, Block Kit dictionaries out. No client and no session in here."""
