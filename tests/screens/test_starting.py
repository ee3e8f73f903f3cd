"""Starting the server: what it refuses to start with."""

import pytest

from coprod_ui.served.server import at_the_root


@pytest.mark.parametrize("path", ["", "/"])
def test_an_address_of_its_own_is_enough(path: str) -> None:
    at_the_root(path)


def test_a_path_before_ours_is_refused_with_a_sentence_that_says_what_to_do() -> None:
    """As samples/field/k24_base_path tells."""
    with pytest.raises(SystemExit, match=r"under a path such as /belangenweb: .* without server\.baseUrlPath"):
        at_the_root("belangenweb/")
