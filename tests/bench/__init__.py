"""Measures the app on made-up data: `python -m tests.bench [ITEM...] --cards N --reviews M --json`."""
