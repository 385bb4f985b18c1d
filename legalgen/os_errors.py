"""What the system says of a file that it does not give or take, in the user's language."""

from __future__ import annotations

import errno
from collections.abc import Mapping

from legalgen.findings import Message, message

_REASONS: Mapping[int, Message] = {
    errno.EACCES: message("no permission, or another program has it open"),
    errno.EPERM: message("no permission, or another program has it open"),
    errno.EBUSY: message("another program has it open"),
    errno.ENOENT: message("it is not there"),
    errno.ENOSPC: message("the disk is full"),
    errno.EDQUOT: message("the disk is full"),
    errno.EROFS: message("this disk can only be read"),
    errno.EIO: message("the disk or the network fails"),
    errno.ECONNREFUSED: message("the server does not run, or does not accept the credentials"),
    errno.ENAMETOOLONG: message("its name or path is too long"),
    errno.EISDIR: message("it is a folder"),
    errno.ENOTDIR: message("a file stands where a folder is needed"),
    errno.EEXIST: message("a file stands where a folder is needed"),
}


def reason(problem: OSError) -> Message | str:
    """Give the system's reason; in its own words where it is a rare one.

    >>> str(reason(OSError(errno.ENOSPC, "No space left on device")))
    'the disk is full'
    """
    return _REASONS.get(problem.errno or 0) or problem.strerror or str(problem)
