"""The pages in a real browser, over a real server: what a person types, taps and reads."""

import shutil
import socket
import threading
from contextlib import contextmanager

import pytest
import uvicorn
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions as shown
from selenium.webdriver.support.ui import Select, WebDriverWait

from api.app import build_app
from api.service import Service
from tests.api.serving import TODAY

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
PATIENCE = 30
"""Seconds until a page must show what is waited for; it is there long before."""

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or DRIVER is None, reason="chromium and its driver are not installed here"
)


@contextmanager
def running(application):
    """Serve an application on a free port; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(application, log_level="error"))
        serving = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        serving.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            serving.join()


@pytest.fixture(scope="module")
def address(wire, corpus_folder, tmp_path_factory):
    """Where the shipped corpus is served."""
    opened = wire(tmp_path_factory.mktemp("data"), corpus_folder).open()
    service = Service(opener=lambda _: opened, stamp=lambda: None, today=lambda: TODAY)
    service.start()
    service.wait()
    with running(build_app(service)) as served:
        yield served


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A browser with a profile of its own."""
    options = webdriver.ChromeOptions()
    options.binary_location = str(CHROMIUM)
    for switch in (
        "headless=new", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run",
        "disable-background-networking", "disable-component-update", "disable-sync",
        "window-size=1200,1000", "force-prefers-reduced-motion",
        f"user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture
def browser(started, address):
    """The browser, having forgotten every choice; a script that fails on a page fails the test."""
    started.get(address)
    started.execute_script("localStorage.clear()")
    started.get_log("browser")
    yield started
    assert [each for each in started.get_log("browser") if each["level"] == "SEVERE"] == []


def waited(browser, condition):
    """What a condition gives, as soon as it holds."""
    replaced = [StaleElementReferenceException]
    return WebDriverWait(browser, PATIENCE, ignored_exceptions=replaced).until(condition)


def seen(browser, selector):
    """The first element of a CSS selector, once it is shown."""
    return waited(browser, shown.visibility_of_element_located((By.CSS_SELECTOR, selector)))


def tap(browser, element):
    """Bring an element into the middle of the window, as a person would, and tap it."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
    element.click()


def choose(browser, field, value):
    """Choose a value of a list, once it is offered."""
    option = f"#{field} option[value='{value}']"
    waited(browser, shown.presence_of_element_located((By.CSS_SELECTOR, option)))
    Select(browser.find_element(By.ID, field)).select_by_value(value)


def ask(browser, question):
    """Type a question, press Enter, and wait for its answer on top."""
    before = len(browser.find_elements(By.CSS_SELECTOR, ".turn"))
    browser.find_element(By.ID, "question").send_keys(question, Keys.ENTER)
    waited(browser, lambda b: len(b.find_elements(By.CSS_SELECTOR, ".turn")) > before)
    return browser.find_element(By.CSS_SELECTOR, ".turn")


def test_a_date_is_shown_with_its_working_and_a_calendar(browser, address):
    """Thursday 18 December 2025 and 15 working days: Tuesday 13 January 2026."""
    browser.get(address)
    choose(browser, "framework", "nct")

    answer = ask(browser, "Strategy meeting was held on Thursday 18 December 2025. ICPC by when?")
    tap(browser, answer.find_element(By.CSS_SELECTOR, ".reading.first summary"))

    assert "Tuesday 13 January 2026" in answer.find_element(By.CSS_SELECTOR, ".due").text
    assert "Christmas Day" in answer.find_element(By.CSS_SELECTOR, ".working").text
    assert seen(browser, ".month td.due").text == "13"


def test_a_question_back_is_answered_by_a_tap_and_the_conversation_goes_on(browser, address):
    """First the framework is asked for; then the answer is leant on."""
    browser.get(address)

    asked = ask(browser, "how soon after the strategy meeting does the ICPC have to be?")
    options = asked.find_elements(By.CSS_SELECTOR, ".options button")
    tap(browser, next(each for each in options if "Northamptonshire Children's" in each.text))
    waited(browser, lambda b: len(b.find_elements(By.CSS_SELECTOR, ".turn")) == 2)
    follow_up = ask(browser, "it was on 3 March 2026")

    assert "15 working days" in browser.find_elements(By.CSS_SELECTOR, ".turn")[1].text
    assert "Tuesday 24 March 2026" in follow_up.text
    assert not any(each.is_enabled() for each in options)


def test_a_marker_leads_to_its_source(browser, address):
    """Every quotation can be followed to where it stands."""
    browser.get(address)
    choose(browser, "framework", "nct")

    answer = ask(browser, "how soon must the initial child protection conference be held?")
    tap(browser, answer.find_element(By.CSS_SELECTOR, ".words a"))

    source = browser.switch_to.active_element

    assert "chosen" in source.get_attribute("class")
    assert "15 working days" in source.text


def test_an_answer_that_is_doubtful_says_so_above_what_it_quotes(browser, address, monkeypatch):
    """Alone, and in each row of a comparison."""
    monkeypatch.setattr("retrieval.index.SURE", 1.1)
    browser.get(address)
    choose(browser, "framework", "nct")

    answer = ask(browser, "do I have to see the child alone on a visit?")
    first, quoted, *_ = answer.find_elements(By.CSS_SELECTOR, ".words p")
    compared = ask(browser, "how do Halton and NCT differ on core groups?")
    rows = compared.find_elements(By.CSS_SELECTOR, ".compared tbody tr")

    assert "not certain" in first.text
    assert "“" in quoted.text
    assert len(rows) == 2
    assert all("not certain" in row.text and "[" in row.text for row in rows)


def test_markup_in_a_question_is_shown_as_it_was_typed(browser, address):
    """And runs nothing."""
    browser.get(address)
    choose(browser, "framework", "nct")

    answer = ask(browser, "<img src=x onerror=alert(1)> how often is a core group held?")

    assert "<img src=x" in answer.find_element(By.TAG_NAME, "h2").text
    assert browser.find_elements(By.CSS_SELECTOR, ".turn img") == []


def test_a_schedule_is_laid_out_and_worked_again_from_what_really_happened(browser, address):
    """The core group counts from the day on which the conference was really held."""
    browser.get(f"{address}/schedule")
    choose(browser, "framework", "nct")
    choose(browser, "event", "strategy-discussion")
    browser.execute_script("document.getElementById('date').value = '2026-03-03'")
    tap(browser, browser.find_element(By.ID, "send"))
    before = seen(browser, ".schedule").text
    tap(browser, browser.find_element(By.CSS_SELECTOR, ".events-box summary"))
    browser.execute_script(
        "const field = document.getElementById('happened-icpc');"
        "field.value = '2026-03-20'; field.dispatchEvent(new Event('change'))"
    )
    # What was laid out is replaced at once by what is laid out anew.
    waited(browser, lambda _: "Mon 30 Mar 2026" in seen(browser, ".schedule").text)

    assert "Fri 3 Apr 2026" in before
    assert "Mon 30 Mar 2026" not in before


def test_an_agenda_is_made_with_what_is_late(browser, address):
    """From the page's own fields, each prompt with its source."""
    browser.get(f"{address}/materials")
    choose(browser, "framework", "nct")
    browser.find_element(By.ID, "topic").send_keys("child protection")
    browser.execute_script("document.getElementById('last_visit').value = '2025-11-03'")
    tap(browser, browser.find_element(By.ID, "send"))
    made = seen(browser, ".material")
    tap(browser, made.find_element(By.CSS_SELECTOR, "a.marker"))

    assert made.find_elements(By.CSS_SELECTOR, ".due .late")
    assert len(made.find_elements(By.CSS_SELECTOR, "ol li")) > 8
    assert seen(browser, "#source-1 blockquote").text


@pytest.mark.parametrize("page", ["/", "/schedule", "/materials"])
def test_a_telephone_needs_no_sideways_scrolling(browser, address, page):
    """320 CSS pixels wide, as WCAG 2.2 asks under 1.4.10 (reflow)."""
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": True},
    )
    try:
        browser.get(address + page)
        wide = browser.execute_script("return document.documentElement.scrollWidth")
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert wide <= 320


def test_the_first_tab_stop_skips_to_the_question(browser, address):
    """Whoever uses no mouse need not go through the menu each time."""
    browser.get(address)

    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    focused = browser.switch_to.active_element

    assert focused.get_attribute("class") == "skip"
    assert focused.get_attribute("href").endswith("#question")
