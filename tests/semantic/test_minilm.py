"""The model is loaded only if it is the one that was measured; the rest of the app does without it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from articles.semantic import minilm
from articles.semantic.minilm import ModelUnavailableError, load_model, read_model

ROOT = Path(__file__).resolve().parents[2]
CASES = Path(__file__).parent / "cases" / "far_rewordings.jsonl"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(minilm, "RUNTIME", "no_such_runtime")
    with pytest.raises(ModelUnavailableError, match=r"pip install -r requirements-semantic\.txt"):
        load_model()


def test_another_file_is_refused_and_named(tmp_path: Path):
    other = tmp_path / "model.onnx"
    other.write_bytes(b"not the model")
    with pytest.raises(ModelUnavailableError, match=f"{other} is not the file that was measured"):
        read_model(other)


def test_the_web_app_runs_without_it():
    code = (
        "import sys, comparer.wsgi\n"
        "from django.urls import reverse\n"
        "reverse('home')\n"
        "print([name for name in sys.modules if name == 'onnxruntime' or 'semantic' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
        env={"PATH": "/usr/bin:/bin", "DEBUG": "1"},
    )
    assert done.stdout.strip() == "[]"


def test_the_cases_are_many_of_either_kind():
    cases = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
    assert sum(case["same"] for case in cases) >= 40
    assert sum(not case["same"] for case in cases) >= 40


def test_the_model_tells_the_same_from_the_look_alike():
    pytest.importorskip("onnxruntime", reason="the extra is not installed: requirements-semantic.txt")
    from articles.evaluation.rewordings import evaluate

    figures = evaluate(str(CASES))
    assert figures["auc_of_model"] >= 95
    assert figures["auc_of_words"] <= 70
    assert figures["precision"] >= 75
    assert figures["recall"] >= 20
