"""Text to a Reading: everything one article says of who said what."""
