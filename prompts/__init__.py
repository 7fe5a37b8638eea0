"""Every text that steers wording: here, the fixed replies."""

from prompts.chat import chat_messages, chat_version
from prompts.replies import reply, reply_names

__all__ = ["chat_messages", "chat_version", "reply", "reply_names"]
