"""A stand-in for the sentence model: words of one meaning point one way."""

import math
from collections.abc import Sequence

MEANINGS = (
    {"boat", "boats", "vessel", "ferry"},
    {"money", "cash", "funds"},
    {"danger", "peril", "unsafe"},
    {"islanders", "islands"},
    {"winter", "cold"},
    {"school", "pupils"},
)
# What every sentence of one event has in common.
TOPIC = 0.5


def embed(sentences: Sequence[str]) -> list[list[float]]:
    """Give each sentence a vector of length 1, by the meanings it names."""
    return [unit([TOPIC, *counts(sentence)]) for sentence in sentences]


def counts(sentence: str) -> list[float]:
    words = sentence.lower().strip(".").split()
    return [float(sum(word in meaning for word in words)) for meaning in MEANINGS]


def unit(vector: list[float]) -> list[float]:
    length = math.hypot(*vector)
    return [number / length for number in vector]
