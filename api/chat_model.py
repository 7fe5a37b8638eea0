"""The chat model that the settings name, if they name one."""

from typing import Any

from api.settings import BadSettings, Settings
from assistant.writing import ChatWriter

PROVIDERS = {
    "openai": "openai",
    "azure_openai": "openai",
    "anthropic": "anthropic",
    "ollama": "ollama",
}
"""The providers that have been provided for, and the extra that each needs."""

MOST_TOKENS = 400


def chat_writer(settings: Settings) -> ChatWriter | None:
    """A writer by the model that PLUMBLINE_CHAT_MODEL names; None where it names none.

    Raises BadSettings for a model that is not written as provider:model, or whose package is
    not installed.
    """
    named = settings.chat_model
    if named is None:
        return None
    provider, _, model = named.partition(":")
    if provider not in PROVIDERS or not model:
        raise BadSettings(
            f"PLUMBLINE_CHAT_MODEL: {named!r} is not provider:model. Write it as openai:gpt-5, "
            f"with one of {', '.join(PROVIDERS)}."
        )
    options: dict[str, Any] = {
        "temperature": 0,
        "max_tokens": MOST_TOKENS,
        "timeout": settings.chat_seconds,
        "max_retries": 0,
    }
    if settings.chat_url is not None:
        options["base_url"] = settings.chat_url
    try:
        from langchain.chat_models import init_chat_model

        return ChatWriter(init_chat_model(named, **options), named)
    except ImportError:
        raise BadSettings(
            f"PLUMBLINE_CHAT_MODEL: the package for {provider} is not installed. Install "
            f"plumbline-practice[{PROVIDERS[provider]}]."
        ) from None
    except Exception as fault:
        # Each provider has errors of its own for what it lacks, such as a key.
        raise BadSettings(f"PLUMBLINE_CHAT_MODEL: {named!r} cannot be used: {fault}") from fault
