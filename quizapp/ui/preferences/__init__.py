"""The settings screen's parts: rows, controls and what they show; all derived from core.settings."""
