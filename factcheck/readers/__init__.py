"""Readers, one file a format: bytes in, drafts of documents out."""
