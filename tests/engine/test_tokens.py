"""Typography is not wording: every typographic form of a word has one normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.engine.text.spans import Span
from articles.engine.tokens.tokens import Token, tokenise


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokenise(text, (Span(0, len(text)),))


def norms(text: str) -> list[str]:
    return [token.norm for token in tokens_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Mayor SAID so", "the mayor said so"),
        ("don’t", "don't"),
        ("dont", "don't"),
        ("It’ s theirs, and they’ re not", "it's theirs, and they're not"),
        ("James’s", "James'"),
        ("the governments’ plan", "the governments' plan"),
        ("co-operate", "cooperate"),
        ("re‑election", "reelection"),
        ("e-mail", "email"),
        ("a well-known, old-fashioned man", "a well known old fashioned man"),
        ("ﬁrst ofﬁcer", "first officer"),
        ("gov\u00adern\u00adment", "government"),
        ("zero\u200bwidth", "zerowidth"),
        ("Calderón", "Calderon"),
        ("caf\u00e9", "cafe\u0301"),
        ("the colour of labour", "the color of labor"),
        ("organised, organising organisations", "organized, organizing organizations"),
        ("analyse", "analyze"),
        ("travelled and cancelled", "traveled and canceled"),
        ("the centre of the theatre", "the center of the theater"),
        ("defence licence", "defense license"),
        ("a dialogue catalogue", "a dialog catalog"),
        ("paediatric anaemia", "pediatric anemia"),
        ("towards the grey kerb", "toward the gray curb"),
        ("cannot", "can not"),
        ("no-one", "no one"),
        ("Harris & others", "Harris and others"),
        ("[T]he end", "The end"),
        ("the end [sic] of it", "the end of it"),
        ("F.B.I.", "FBI"),
        ("the U.S. army", "the US army"),
        ("the United States of America", "the U.S."),
        ("the United Nations", "the UN"),
        ("Mr. Smith", "Mr Smith"),
        ("Sen. Smith", "Senator Smith"),
        ("Lt. Gov. Smith", "Lieutenant Governor Smith"),
        ("Justice Dept.", "Justice Department"),
        ("from Calif. to Tenn.", "from California to Tennessee"),
        ("12", "twelve"),
        ("Article II of it", "Article 2 of it"),
        ("Queen Elizabeth II", "Queen Elizabeth 2"),
        ("Type II and phase III", "type two and phase 3"),
        ("Part I, Title IX and Super Bowl LVIII", "Part One, Title 9 and Super Bowl 58"),
        ("World War II", "WW2"),
        ("1,000", "1000"),
        ("25", "twenty-five"),
        ("150,000", "one hundred and fifty thousand"),
        ("a hundred", "100"),
        ("half a million", "500,000"),
        ("a dozen eggs", "12 eggs"),
        ("2 million", "two million"),
        ("2m", "2 million"),
        ("3.5bn", "3.5 billion"),
        ("twenty twenty-two", "2022"),
        ("nineteen ninety-nine", "1999"),
        ("1st", "first"),
        ("21st", "twenty-first"),
        ("two-in-three", "2 in 3"),
        ("5%", "5 percent"),
        ("5 per cent", "five percent"),
        ("$5", "5 dollars"),
        ("US$5", "five dollars"),
        ("$2.5m", "2.5 million dollars"),
        ("£300", "300 pounds"),
        ("Feb. 24", "February 24"),
        ("24 February", "February 24th"),
        ("the 24th of February", "the February 24"),
        ("5 p.m.", "5pm"),
        ("5:00 p.m.", "5 pm"),
        ("40 km", "40 kilometres"),
        ("60 mph", "60 miles per hour"),
        ("in Kyiv", "in Kiev"),
        ("the 1990s", "the 1990’s"),
        ("in the nineties", "in the '90s"),
        ("two and a half million", "2.5 million"),
        ("2½ years", "two-and-a-half years"),
        ("half of us", "50 percent of us"),
        ("one half of us", "half of us"),
        ("a quarter of us", "25% of us"),
        ("two percentage points", "2 percentage points"),
        ("at nine in the morning", "at 9 a.m."),
        ("ten o'clock at night", "10 p.m."),
        ("at 21:30", "at 9:30 p.m."),
        ("41°C", "41 degrees Celsius"),
        ("41 ºF", "41F"),
        ("minus five", "-5"),
        ("12 000 people", "12,000 people"),
        ("9/11", "September 11"),
        ("No. 10", "Number 10"),
        ("Room No 10", "Room Number Ten"),
        ("a few per cent", "a few percent"),
        ("800 square feet", "800 sq ft"),
    ],
)
def test_forms_of_one_wording_are_equal(one: str, other: str) -> None:
    assert norms(one) == norms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("they are", "they're"),
        ("do not", "don't"),
        ("12", "20"),
        ("million", "billion"),
        ("$5", "£5"),
        ("5%", "5"),
        ("first", "one"),
        ("Feb. 24", "Feb. 14"),
        ("the part I played", "the part 1 played"),
        ("Malcolm X", "Malcolm 10"),
        ("Article II", "Article III"),
        ("told Charles I was late", "told Charles 1 was late"),
        ("President Xi", "President 11"),
        ("5 p.m.", "5 a.m."),
        ("the US won", "the us won"),
        ("its", "it's"),
        ("were", "we're"),
        ("filled", "filed"),
        ("hour", "hor"),
        ("damned", "d***ed"),
        ("the second half of the match", "the second 50% of the match"),
        ("half an hour", "50% an hour"),
        ("2 percent", "2 percentage points"),
        ("the 1990s", "the 1980s"),
        ("5 degrees", "-5 degrees"),
        ("pages 5-6", "pages 5 -6"),
        ("nine in the morning papers", "9 a.m. papers"),
        ("tens of thousands", "thousands"),
        ("No. Ten came.", "Number ten came."),
    ],
)
def test_other_words_stay_other(one: str, other: str) -> None:
    assert norms(one) != norms(other)


def test_words_of_two_sentences_make_no_number() -> None:
    assert norms("We counted two. Hundred came.") == ["we", "counted", "#2", "hundred", "came"]


def test_shouted_us_is_the_pronoun() -> None:
    assert norms("LET US GO NOW") == ["let", "us", "go", "now"]


def test_token_of_several_words_spans_them() -> None:
    text = "It cost twenty-five million dollars, they said."
    number = tokens_of(text)[2]
    assert text[number.start : number.end] == "twenty-five million dollars"


def test_only_the_given_spans_are_read() -> None:
    text = "“We will,” she said, “win.”"
    tokens = tokenise(text, (Span(1, 9), Span(22, 26)))
    assert [text[token.start : token.end] for token in tokens] == ["We", "will", "win"]


@given(st.text(max_size=300))
def test_any_text_gives_rising_exact_places(text: str) -> None:
    tokens = tokens_of(text)
    places = [place for token in tokens for place in (token.start, token.end)]
    assert places == sorted(places)
    assert all(0 <= token.start < token.end <= len(text) and token.norm for token in tokens)


@given(st.text(alphabet="ab1,.$-'’ \u00ad[]*%&USus", max_size=80))
def test_odd_mixtures_never_fail(text: str) -> None:
    assert norms(text) == norms(text)


@pytest.mark.parametrize("unit", ["9", "1,", "a-", "'s", "U.", "twenty ", "[a]", "a*", "$", "million "])
def test_long_repetitions_are_quick(unit: str) -> None:
    assert tokens_of(unit * 20_000) is not None
