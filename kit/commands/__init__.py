"""The commands of Kit: each one parses, calls and prints, and knows nothing else."""
