"""The LangChain face of the index: any chain that takes a retriever can take this one."""

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from domain import Edition, Strength
from retrieval.documents import as_document
from retrieval.index import Index


class StatementRetriever(BaseRetriever):
    """Retrieves statements as documents: exact words, with metadata to cite and filter by."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    index: Index
    framework: str | None = None
    edition: Edition | None = None
    strengths: tuple[Strength, ...] | None = None
    section: str | None = None
    limit: int = 8

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,  # noqa: ARG002 - the interface's own argument
    ) -> list[Document]:
        found = self.index.search(
            query,
            framework=self.framework,
            edition=self.edition,
            strengths=self.strengths,
            section=self.section,
            limit=self.limit,
        )
        return [as_document(evidence) for evidence in found]
