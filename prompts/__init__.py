"""Every text that steers wording: here, the fixed replies."""

from prompts.replies import reply, reply_names

__all__ = ["reply", "reply_names"]
