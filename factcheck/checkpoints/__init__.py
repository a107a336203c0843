"""Models of others on this machine: where they lie, what they are, how they are loaded.

Nothing here fetches anything: a model is used when its files are there. What only reads the files
(`places`, `description`, `weights`) loads neither torch nor a library of models.
"""
