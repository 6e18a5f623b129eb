"""Files a teacher writes: YAML read with every value's place, problems as sentences, translations laid over."""
