"""Statistics as charts and tables: a chart is one value that paints itself anywhere."""
