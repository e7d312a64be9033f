"""The commands that read and write JSON lines."""
