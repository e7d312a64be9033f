"""What pages show: stored rows to ready values for a template; the only room with readers' querysets."""
