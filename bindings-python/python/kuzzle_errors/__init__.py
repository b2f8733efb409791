"""Every API error of the Kuzzle backend.

>>> import kuzzle_errors
>>> kuzzle_errors.by_code(0x01010001)
<Definition services.storage.unknown_index (0x01010001)>
"""

from kuzzle_errors._native import Definition, by_code

__all__ = ["Definition", "by_code"]
