"""The set-up: first start, packaging, native libraries, doctor."""
