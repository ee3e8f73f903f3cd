"""A name that points at one person is noticed; the names groups go by are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_core.web.privacy import Hint, personal_data_hints


@pytest.mark.parametrize("text", ["mail jan.de-vries+buurt@voorbeeld.nl", "a@b.co", "vraag@gemeente.voorbeeld.nl!"])
def test_an_email_address_is_noticed(text):
    assert personal_data_hints(text) == (Hint.EMAIL,)


@pytest.mark.parametrize(
    "number",
    [
        "06-12345678", "0612345678", "06 12 34 56 78", "06 - 12345678", "+31612345678", "+31 6 12345678",
        "+31 (0)6 12 34 56 78", "0031 6 12345678", "020-1234567", "(020) 123 45 67", "0201234567", "0180-123456",
        "0180 12 34 56", "+44 20 7946 0958", "06\u00a012345678",
    ],
)  # fmt: skip
def test_a_phone_number_is_noticed_however_it_is_grouped(number):
    assert personal_data_hints(f"bel {number}.") == (Hint.PHONE,)


@pytest.mark.parametrize(
    "text",
    ["1234 AB 12", "1234AB 12a", "1234ab 12", "1234 AB, nr. 5", "1234 AB nr 5", "Dorpsstraat 12, 1234 AB", "1234AB-12"],
)
def test_a_postcode_with_a_house_number_is_noticed(text):
    assert personal_data_hints(text) == (Hint.ADDRESS,)


@pytest.mark.parametrize("number", ["123456782", "1234.56.782", "1234 56 782", "123 456 782", "bsn: 111222333."])
def test_a_citizen_number_that_passes_the_eleven_test_is_noticed(number):
    assert personal_data_hints(number) == (Hint.CITIZEN_NUMBER,)


@pytest.mark.parametrize(
    "text",
    [
        "dhr. Jansen", "Dhr Jansen", "dhr.Jansen", "DHR. JANSEN", "mevr. De Vries", "mw. van den Berg",
        "de heer Bakker", "De heer J.P. de Boer", "mevrouw Öztürk", "Mevrouw Él Amrani", "fam. 't Hooft",
        "Familie Yılmaz",
        "meneer Ali", "Mr Smith", "Mrs. O'Brien", "Ms Jones", "mr. A. Visser", "gezin van mevrouw van der Meer",
        "Dr. Lee",
    ],
)  # fmt: skip
def test_a_form_of_address_with_a_name_is_noticed(text):
    assert personal_data_hints(text) == (Hint.ADDRESSED_NAME,)


@pytest.mark.parametrize(
    "text",
    [
        "", "Mevrouw", "mevrouw", "Dames en heren", "de heer of mevrouw", "Families aan de Kade",
        "familie en vrienden",
        "Dit raakt ook mevrouw. De buurt niet.", "Bewoners Dr. Schaepmanstraat", "Mr. P.J. Troelstraweg 10-40",
        "Prof. Lorentzschool", "1234 mensen", "1234 AB", "postcode 1234 AB", "Bewoners 1234 en 1235",
        "1234 in 12 straten", "12 straten in 2024", "Kade 12", "€ 111222333", "€ 111.222.333 voor de wijk",
        "123456789", "123.456.782",
        "06-12-2024 10 uur", "01-02-2024 12:30", "2024-2028", "NL91ABNA0417164300", "0800-1234", "@buurtkade",
        "bewoners @ de Kade", "Raad van State", "Ms", "1e Hogeweg", "000000000", "Irma's eettafel", "mwa Groep",
    ],
)  # fmt: skip
def test_names_of_groups_streets_dates_and_amounts_are_left_alone(text):
    assert personal_data_hints(text) == ()


def test_every_sign_in_a_text_is_named():
    text = "Mevr. Jansen, Kade 3, 1234 AB, 06-12345678, j@v.nl, 111222333"
    assert personal_data_hints(text) == tuple(Hint)


def _eleven_sum(digits):
    return sum(f * int(d) for f, d in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))


@given(st.integers(1, 999_999_999).map("{:09d}".format))
def test_nine_digits_are_a_citizen_number_exactly_when_they_pass_the_eleven_test(digits):
    passes = _eleven_sum(digits) > 0 and _eleven_sum(digits) % 11 == 0
    assert (Hint.CITIZEN_NUMBER in personal_data_hints(digits)) == passes
