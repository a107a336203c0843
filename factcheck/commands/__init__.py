"""The commands, one module a group; each parses, calls `Workspace`, and prints."""
