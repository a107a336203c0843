"""A run on many machines, by Dask distributed: the coordinator's half and the workers'.

The coordinator has the workspace and is the only one that stores. Workers have this package and no workspace:
what they need comes with the work. docs/scale.md says how to run it and what happens when one dies.

stamps, failing, kit, postings, shard, steps   what runs in a worker; imports no Dask
connection, bundles, dealing                   what the coordinator does with Dask
preparing, examining                           the crews of `factcheck add` and `factcheck check`
"""

from __future__ import annotations
