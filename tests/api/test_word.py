"""A sheet as Word, opened by a word processor where there is one."""

import shutil
import subprocess

import pytest
from pypdf import PdfReader

from api.material_bodies import ReflectionIn, SupervisionIn
from api.materials import reflective_questions, supervision_prompts
from api.sheet_docx import as_docx
from api.sheets import sheet_of
from tests.api.serving import TODAY

OFFICE = shutil.which("soffice")
PATIENCE = 180


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
@pytest.mark.parametrize("use", ["supervision", "session"])
def test_a_word_processor_opens_it(opened, tmp_path, use):
    """It becomes a PDF that says the same, with the framework on every page."""
    asked = {"framework": "exampleshire", "topic": "visits"}
    if use == "supervision":
        shape = SupervisionIn.model_validate(asked | {"facts": {"last_visit": "2026-01-02"}})
        sheet = sheet_of(supervision_prompts(opened.library, shape, today=TODAY))
    else:
        wanted = ReflectionIn.model_validate(asked | {"session_minutes": 60})
        sheet = sheet_of(reflective_questions(opened.library, wanted, today=TODAY))
    file = tmp_path / "sheet.docx"
    file.write_bytes(as_docx(sheet))

    subprocess.run(  # noqa: S603 the word processor, on a file of our own
        [
            str(OFFICE),
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(file),
        ],
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )

    pages = [page.extract_text() for page in PdfReader(tmp_path / "sheet.pdf").pages]
    assert sheet.title in pages[0]
    assert all("Exampleshire Council" in text for text in pages)
    assert sheet.sources[0].text.split()[0] in " ".join(pages)
