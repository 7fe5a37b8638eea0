"""Settings that cannot work are told at start, not when somebody asks."""

import pytest

from api.settings import BadSettings
from api.start_checks import check_settings
from domain import ModelRefused


def test_settings_that_can_work_are_passed(wire, tmp_path):
    """Also where the data folder is still to be made."""
    check_settings(wire(tmp_path / "not" / "yet", framework="exampleshire"))


def test_a_default_framework_that_is_not_here_is_told(wire, tmp_path):
    """With those there are."""
    with pytest.raises(BadSettings, match=r"PLUMBLINE_FRAMEWORK: .*Known: exampleshire"):
        check_settings(wire(tmp_path, framework="exampelshire"))


def test_a_corpus_that_is_not_there_is_told(wire, tmp_path):
    """By the setting's name and the path."""
    with pytest.raises(BadSettings, match=r"PLUMBLINE_CORPUS: .*nowhere"):
        check_settings(wire(tmp_path, corpus=tmp_path / "nowhere"))


@pytest.mark.parametrize("below", ["", "data"])
def test_a_data_path_that_can_be_no_folder_is_told(wire, tmp_path, below):
    """A file, or a path below one."""
    file = tmp_path / "file"
    file.write_text("")

    with pytest.raises(BadSettings, match=r"PLUMBLINE_DATA: .*is not a folder"):
        check_settings(wire(file / below))


def test_a_model_that_is_not_there_is_told(wire, tmp_path):
    """Before the service says where it is."""
    wiring = wire(tmp_path, model=str(tmp_path / "nowhere"))
    wiring.loaded = None

    with pytest.raises(ModelRefused, match="nowhere"):
        check_settings(wiring)


def test_a_cross_encoder_that_is_not_there_is_told(wire, tmp_path):
    """As for the model: nobody waits for what will not come."""
    with pytest.raises(ModelRefused, match="nowhere"):
        check_settings(wire(tmp_path, cross_encoder=str(tmp_path / "nowhere")))


def test_an_import_that_is_damaged_does_not_keep_the_service_from_starting(wire, tmp_path):
    """The service tells that, and notices when it is mended."""
    (tmp_path / "imported" / "exampleshire").mkdir(parents=True)

    check_settings(wire(tmp_path, framework="exampleshire"))
