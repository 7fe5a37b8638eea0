"""The page: whole by itself, safe with any document's words, and labelled."""

import re
from importlib.resources import files

import pytest
from bs4 import BeautifulSoup

from prompts import practice

PAGE = files("api") / "page"
SCRIPTS = [each.name for each in PAGE.iterdir() if each.name.endswith(".js")]
MARKUP = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|DOMParser")


ADDRESSES = ["/", "/schedule", "/materials"]


@pytest.fixture(scope="module", params=ADDRESSES)
def page(request, client):
    """Each page as served."""
    return BeautifulSoup(client.get(request.param).text, "lxml")


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_puts_data_in_as_markup(name):
    """What a document or a question holds can only become text."""
    assert not MARKUP.search((PAGE / name).read_text("utf-8"))


def test_everything_it_loads_is_served_here(client, page):
    """Scripts, styles and icon come from this service, and exist."""
    addresses = [tag.get("src") or tag.get("href") for tag in page.select("script, link")]

    assert addresses
    assert all(address.startswith("/page/") for address in addresses)
    assert all(client.get(address).status_code == 200 for address in addresses)


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_module_that_a_script_imports_is_served(client, name):
    """With a type that a browser runs."""
    found = re.findall(r'from "\./([\w.]+)"', (PAGE / name).read_text("utf-8"))

    for module in [name, *found]:
        response = client.get(f"/page/{module}")
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/javascript")


def test_nothing_is_written_inline(page):
    """The content security policy would refuse it."""
    assert not page.select("style, [style], script:not([src])")
    assert not [t for t in page.find_all() if any(name.startswith("on") for name in t.attrs)]


def test_every_field_has_its_label(page):
    """For those who hear the page."""
    labels = {label["for"] for label in page.select("label")}

    assert {field["id"] for field in page.select("select, textarea, input")} == labels


def test_answers_are_announced(page):
    """Live regions stand in the page before anything is put in them."""
    assert page.select_one("#said, #laid")["aria-live"] == "polite"
    assert page.select_one("#problem")["role"] == "alert"
    assert page.html["lang"] == "en-GB"


def test_nothing_beside_the_page_is_served(client):
    """No way leads up from the page's folder."""
    for address in ("/page/../app.py", "/page/%2e%2e/app.py", "/page/..%2fapp.py"):
        assert client.get(address).status_code == 404


def test_each_page_leads_to_the_other(page):
    """And says which one it is."""
    links = {a["href"]: a.get("aria-current") for a in page.select("nav a")}

    assert set(links) == set(ADDRESSES)
    assert list(links.values()).count("page") == 1


def test_the_page_offers_what_there_is(client):
    """Models, audiences and levels are those of the families of questions."""
    page = BeautifulSoup(client.get("/materials").text, "lxml")
    words = practice()

    def offered(field):
        return [option["value"] for option in page.select(f"#{field} option")]

    assert sorted(offered("supervision-model")) == sorted(
        each.id for each in words.models_of("supervision")
    )
    assert sorted(offered("reflection-model")) == sorted(
        each.id for each in words.models_of("reflection")
    )
    assert offered("audience") == [each.id for each in words.audiences]
    assert offered("level") == [each.id for each in words.levels]
    assert {fact.id for fact in words.facts} == {
        field["id"] for field in page.select("#supervision input[type=date]")
    }
