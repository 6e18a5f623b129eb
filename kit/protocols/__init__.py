"""How classes discuss: one folder a protocol, read in all its languages."""
