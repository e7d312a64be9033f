"""Who is called the officer or member of a body, so that what one says is the other's word."""

import pytest

from articles.engine.attribution.offices import is_called, speaks_for

VOICES = [
    (
        "“It works,” said Ingrid Sollum, chief medical officer of Tarn Biologics.",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Tarn Biologics stopped it. “No,” Ingrid Sollum, the company’s chief medical officer, admitted.",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Tarn Biologics of Trondheim has stopped.\nIts chief medical officer, Ingrid Sollum, told NRK",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Tarn Biologics said it “had no evidence.” Its officer Ingrid Sollum is expected in Accra.",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Tarn Biologics' chief medical officer, Ingrid Sollum, said",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Tarn spokeswoman Ingrid Sollum said",
        "Ingrid Sollum",
        "Tarn Biologics",
    ),
    (
        "Dr. Luis Carranza of the WHO said",
        "Luis Carranza",
        "WHO",
    ),
    (
        "Dr. Luis Carranza of the WHO said",
        "Luis Carranza",
        "World Health Organization",
    ),
    (
        "Marta Quill of the Rivers Trust said",
        "Marta Quill",
        "Rivers Trust",
    ),
    (
        "said Rosa Imani, who leads the Dockworkers Union of 1,400.",
        "Rosa Imani",
        "Dockworkers Union",
    ),
    (
        "Drenia’s President Jovan Maric said",
        "Jovan Maric",
        "Drenia",
    ),
    (
        "President Jovan Maric of Drenia walked",
        "Jovan Maric",
        "Drenia",
    ),
    (
        "The bridge authority’s chief engineer, Paul Whitcombe, said",
        "Paul Whitcombe",
        "Bridge Authority",
    ),
    (
        "Alden police chief Ann Roe said",
        "Ann Roe",
        "Alden Police",
    ),
    (
        "Ann Roe, chief of the Alden Police Department, said",
        "Ann Roe",
        "Alden Police Department",
    ),
    (
        "Ann Roe, a spokeswoman for the Ministry of Defence, said",
        "Ann Roe",
        "Ministry of Defence",
    ),
    (
        "The Ministry of Defence's spokesman, Bo Kay, said",
        "Bo Kay",
        "Ministry of Defence",
    ),
    (
        "A spokesman for the Ministry of Defence, Bo Kay, said",
        "Bo Kay",
        "Ministry of Defence",
    ),
    (
        "Bo Kay, the Ford chief executive, said",
        "Bo Kay",
        "Ford Motor Company",
    ),
    (
        "The mayor, Ann Lee, left. A spokesman for Ann Lee, Bo Kay, said",
        "Bo Kay",
        "Ann Lee",
    ),
    (
        "Bo Kay, who runs Ford, said",
        "Bo Kay",
        "Ford",
    ),
]
OTHERS = [
    (
        "Senator Harold Finch accused the Bridge Authority of neglect.",
        "Harold Finch",
        "Bridge Authority",
    ),
    (
        "Ann Lee sued Ford. Ford said no.",
        "Ann Lee",
        "Ford",
    ),
    (
        "Ann Lee, a critic of Ford, said",
        "Ann Lee",
        "Ford Motor Company",
    ),
    (
        "Mayor Doug Pruitt met the Hockey Association. Its president, Carol Yates, said",
        "Doug Pruitt",
        "Hockey Association",
    ),
    (
        "Mayor Elena Duarte said. Senator Harold Finch said",
        "Harold Finch",
        "Elena Duarte",
    ),
    (
        "An empty chair, said Teresa Lobo. Nikola Stavro, the foreign minister of Belgora, smiled",
        "Nikola Stavro",
        "Teresa Lobo",
    ),
    (
        "Kwame Boadu, Ghana’s health minister, said. The World Health Organization said",
        "Kwame Boadu",
        "World Health Organization",
    ),
    (
        "It burned, said the fire chief, Omar Kaya. The director of the museum, Lotte Brun, wept.",
        "Lotte Brun",
        "Omar Kaya",
    ),
    (
        "Omar Kaya, who is the fire chief, left. The company closed. Its director, Lotte Brun, wept.",
        "Lotte Brun",
        "Omar Kaya",
    ),
]


@pytest.mark.parametrize(("text", "person", "body"), VOICES)
def test_a_person_described_as_of_a_body_speaks_for_it(text: str, person: str, body: str) -> None:
    assert speaks_for(text, person, body)


@pytest.mark.parametrize(("text", "person", "body"), OTHERS)
def test_a_person_only_named_beside_a_body_does_not(text: str, person: str, body: str) -> None:
    assert not speaks_for(text, person, body)


@pytest.mark.parametrize("text", ["The lawyer for Mr. Hale, Bo Kay, left.", "Bo Kay, Hale's attorney, left."])
def test_a_role_is_whoever_is_called_by_it_or_by_its_like(text: str) -> None:
    assert is_called(text, "Bo Kay", "a lawyer for Mr. Hale")
    assert not is_called(text, "Bo Kay", "a neighbour")
    assert not is_called(text, "Bo Kay", "a spokesman")
