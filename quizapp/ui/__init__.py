"""The window, built with Qt Widgets."""
