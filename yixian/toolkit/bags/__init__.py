"""Electronic files that open without this software: BagIt (RFC 8493) in a ZIP, written in memory and verified.

Written here and not by the library ``bagit``, which works on a folder: what was unsealed must not lie on a disk.
"""

from yixian.toolkit.bags.checking import Checked, check_bag
from yixian.toolkit.bags.writing import Bag, BagFile, sha256

__all__ = ["Bag", "BagFile", "Checked", "check_bag", "sha256"]
