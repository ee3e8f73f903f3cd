"""A choice among things of which two have one name: Streamlit takes a choice by what it reads."""

from coprod_ui.words.told_apart import told_apart
from tests.screens.window import Window, alone, run


def test_no_two_things_to_choose_from_read_alike():
    told = told_apart({"a": "Bewoners", "b": "Bewoners (2)", "c": "Bewoners", "d": "Winkeliers", "e": "Bewoners"})
    assert len(set(told.values())) == len(told)
    assert (told["a"], told["b"], told["d"]) == ("Bewoners", "Bewoners (2)", "Winkeliers")


def test_names_that_differ_stay_as_they_are():
    names = {"a": "Bewoners", "b": "Winkeliers"}
    assert told_apart(names) == names


def test_a_draft_takes_the_one_of_two_of_one_name_that_was_chosen(small: Window) -> None:
    def drawn() -> None:
        import streamlit as st

        from coprod_ui.meeting import drafts

        st.text(drafts.of("reaction").choice(st.selectbox, "Wie?", {"a": "Bewoners", "b": "Bewoners"}, "actor"))

    app = alone(drawn, {"meeting": small.meeting})
    (choice,) = app.selectbox
    assert len(set(choice.options)) == 2
    choice.select("b")
    run(app)
    assert app.text[0].value == "b"
