"""JupyterLab as ``./run lab`` starts it: each notebook opens, runs, and gives what is stored."""

from __future__ import annotations

import contextlib
import importlib.machinery
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.wait import WebDriverWait

from kzcoop.report.notebooks import find_folder, normalise
from kzcoop.report.refresh import text

PROJECT = Path(__file__).parents[2]
PATHS = sorted(find_folder().glob("*.ipynb"))
START_SECONDS = 120
NOTEBOOK_SECONDS = 300

READY = "return Boolean(window.jupyterapp && document.querySelector('#jp-main-dock-panel'))"
# Opens a notebook, runs all of it from nothing, saves it; gives what went wrong, else null.
RUN = """
const [path, done] = arguments;
(async () => {
  const {commands} = window.jupyterapp;
  const panel = await commands.execute('docmanager:open', {path});
  await panel.context.ready;
  await panel.sessionContext.ready;
  await panel.sessionContext.session.kernel.info;
  await commands.execute('notebook:clear-all-cell-outputs');
  const cells = [...panel.content.model.cells].filter(cell => cell.type === 'code');
  if (cells.some(cell => cell.outputs.length)) throw 'outputs that could not be cleared';
  await commands.execute('notebook:run-all-cells');
  await commands.execute('docmanager:save');
  return null;
})().then(done, error => done(String(error)));
"""
# What a reader of the open notebook sees of its outputs.
SEEN = """
const panel = window.jupyterapp.shell.currentWidget.node;
const count = selector => panel.querySelectorAll(selector).length;
return {
  errors: count('[data-mime-type="application/vnd.jupyter.error"]'),
  warnings: count('[data-mime-type="application/vnd.jupyter.stderr"]'),
  pictures: [...panel.querySelectorAll('.jp-OutputArea-output img')].map(i => i.naturalWidth),
  outputs: count('.jp-OutputArea-output'),
  dialogs: document.querySelectorAll('.jp-Dialog').length,
}
"""
# All outputs but the selectors, which change by themselves.
SHOWN = """
const outputs = window.jupyterapp.shell.currentWidget.node.querySelectorAll(
  '.jp-OutputArea-output:not(:has(.jupyter-widgets))');
return [...outputs].map(e => e.innerHTML).join('');
"""
# Closes the page on top and gives the notebook back, once its debugger, which asks the kernel anew
# whenever a notebook comes to the front, has its answer: else closing breaks the question off.
BACK = """
const [path, done] = arguments, {commands, shell} = window.jupyterapp;
(async () => {
  shell.currentWidget.dispose();
  const panel = await commands.execute('docmanager:open', {path});
  await new Promise(later => setTimeout(later, 500));
  const ask = {seq: 0, type: 'request', command: 'debugInfo', arguments: {}};
  await panel.sessionContext.session.kernel.requestDebug(ask, true).done;
  return null;
})().then(done, error => done(String(error)));
"""
CLOSE = """
const done = arguments[0], panel = window.jupyterapp.shell.currentWidget;
panel.sessionContext.shutdown().then(() => { panel.dispose(); done(null); }, e => done(String(e)));
"""


def lab_command(folder: Path, home: Path, arguments: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the command and environment with which ``./run lab`` would open a project."""
    loader = importlib.machinery.SourceFileLoader("kzcoop_run", str(PROJECT / "run"))
    run = importlib.util.module_from_spec(importlib.util.spec_from_loader("kzcoop_run", loader))
    loader.exec_module(run)
    commands: list[list[str]] = []
    run.ROOT, run.VENV = str(folder), str(home)
    run.PYTHON, run.BIN = sys.executable, str(Path(sys.executable).parent)
    run.become = lambda command, cwd=None: commands.append(command)
    run.write_settings()
    run.lab(arguments)
    environment = run.clean_environment()
    # The list of fonts takes seconds to make.
    environment["MPLCONFIGDIR"] = os.environ.get("MPLCONFIGDIR", environment["MPLCONFIGDIR"])
    return commands[0], environment


def address(server: subprocess.Popen[bytes], home: Path, log: Path) -> str:
    """Wait until the server has said where it listens; return that, with its token."""
    last = time.monotonic() + START_SECONDS
    while time.monotonic() < last and server.poll() is None:
        for path in home.rglob("jpserver-*.json"):
            with contextlib.suppress(ValueError):  # half written
                said = json.loads(path.read_text("utf-8"))
                return f"{said['url']}lab?token={said['token']}"
        time.sleep(0.1)
    raise AssertionError(f"no JupyterLab after {START_SECONDS} s:\n{log.read_text('utf-8')}")


@pytest.fixture(scope="module")
def lab(browser, network, tmp_path_factory) -> Iterator[Path]:
    """Open JupyterLab on a copy of the project's notebooks and data; give the copy's folder."""
    folder, home = tmp_path_factory.mktemp("project"), tmp_path_factory.mktemp("lab")
    shutil.copytree(find_folder(), folder / "notebooks")
    shutil.copytree(PROJECT / "data", folder / "data")
    options = ["--no-browser", "--ServerApp.port=0", "--LabApp.expose_app_in_browser=True"]
    command, environment = lab_command(folder, home, options)
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
    network(), browser.get_log("browser")
    try:
        browser.get(address(server, home, home / "log"))
        browser.set_script_timeout(NOTEBOOK_SECONDS)
        WebDriverWait(browser, START_SECONDS).until(
            lambda driver: driver.execute_script(READY), "JupyterLab did not open"
        )
        yield folder
    finally:
        browser.get("about:blank")
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@pytest.fixture(scope="module")
def notebook(request, browser, lab) -> Iterator[Path]:
    """Open a notebook in JupyterLab, run all its cells, save it; give the stored one's path."""
    wrong = browser.execute_async_script(RUN, f"notebooks/{request.param.name}")
    assert wrong is None, wrong
    yield request.param
    browser.execute_async_script(CLOSE)


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(
        "notebook", paths, indirect=True, ids=lambda path: path.stem, scope="module"
    )


@each(PATHS)
def test_it_shows_its_outputs_and_no_error(browser, notebook, network):
    seen = browser.execute_script(SEEN)
    assert seen["outputs"] > 1
    assert not (seen["errors"] or seen["warnings"] or seen["dialogs"])
    assert all(seen["pictures"]), "a picture that did not load"
    assert not [said for said in browser.get_log("browser") if said["level"] == "SEVERE"]
    asked, failed = network()
    assert not failed
    assert not [to for to in asked if urlsplit(to).hostname not in {"localhost", None}]


@each(PATHS)
def test_its_outputs_are_the_stored_ones(notebook, lab):
    again = nbformat.read(lab / "notebooks" / notebook.name, as_version=4)
    counts = [cell.execution_count for cell in again.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1)), "it ran once, from top to bottom"
    assert text(normalise(again)) == notebook.read_text("utf-8")


@each([path for path in PATHS if path.stem == "explore"])
def test_a_choice_in_a_widget_changes_what_is_shown(browser, notebook):
    before = browser.execute_script(SHOWN)
    choice = browser.find_element("css selector", ".jp-NotebookPanel .jupyter-widgets select")
    chosen = Select(choice).first_selected_option
    next(option for option in Select(choice).options if option != chosen).click()
    WebDriverWait(browser, NOTEBOOK_SECONDS).until(
        lambda driver: driver.execute_script(SHOWN) != before, "another choice shows the same"
    )
    after = browser.execute_script(SEEN)
    assert not (after["errors"] or after["warnings"])


@each([path for path in PATHS if path.stem == "01_trade_growth"])
def test_a_figure_opens_its_evidence_page_of_the_last_report(browser, notebook, lab):
    link = browser.find_element("css selector", ".jp-OutputArea-output a[title*='#']")
    page = lab / "reports" / "evidence" / f"{link.get_attribute('title').split('#')[0]}.html"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("<!doctype html><title>it</title><p>the sentence</p>", "utf-8")
    browser.execute_script("arguments[0].click()", link)
    frame = WebDriverWait(browser, 30).until(
        lambda driver: driver.find_element("css selector", ".jp-HTMLViewer iframe"),
        "no page opened",
    )
    browser.switch_to.frame(frame)
    WebDriverWait(browser, 30).until(
        lambda driver: "the sentence" in driver.find_element("tag name", "body").text
    )
    browser.switch_to.default_content()
    wrong = browser.execute_async_script(BACK, f"notebooks/{notebook.name}")
    assert wrong is None, wrong
