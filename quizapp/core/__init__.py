"""Pure values and functions: no Qt, no SQLite, no YAML, no files, no clock, no unseeded chance."""
