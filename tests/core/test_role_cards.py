"""Role cards: how they are dealt, and who decides."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_core.web.model import Actor, Sphere, Web
from coprod_core.workshop.roles import FEWEST_PLAYERS, RoleCard, deal, deciding, groups_of

cards = st.lists(st.tuples(st.booleans(), st.booleans()), min_size=2, max_size=12).map(
    lambda flags: tuple(
        RoleCard(f"r{i}", f"a{i}", f"Card {i}", absent=absent, essential=essential)
        for i, (absent, essential) in enumerate(flags)
    )
)


@given(cards, st.integers(1, 15))
def test_no_card_is_dealt_twice_and_every_essential_one_is_dealt(dealt_from, players):
    hands = deal(dealt_from, players)
    dealt = [card for hand in hands for card in hand]
    assert len(hands) == players
    assert len(set(dealt)) == len(dealt)
    assert {card for card in dealt_from if card.essential} <= set(dealt)


@given(cards, st.integers(1, 15))
def test_nobody_holds_two_cards_unless_there_are_too_few_players_for_the_essential_ones(dealt_from, players):
    most = max(map(len, deal(dealt_from, players)))
    essential = sum(card.essential for card in dealt_from)
    assert most <= max(1, -(-essential // players))


@given(cards, st.integers(1, 15))
def test_essential_cards_come_first_in_file_order_then_the_rest(dealt_from, players):
    essential = [card for card in dealt_from if card.essential]
    if players >= len(essential):
        dealt = [card for hand in deal(dealt_from, players) for card in hand]
        rest = [card for card in dealt_from if not card.essential]
        assert dealt == [*essential, *rest][:players]


@given(cards, st.integers(3, 15))
def test_at_most_one_player_plays_both_at_the_table_and_outside_it(dealt_from, players):
    assert sum(len({card.absent for card in hand}) > 1 for hand in deal(dealt_from, players)) <= 1


@given(st.integers(1, 60), st.integers(1, 6))
def test_a_room_is_split_as_equally_as_can_be_and_never_into_groups_that_are_too_small(people, groups):
    sizes = groups_of(people, groups)
    assert sum(sizes) == people
    assert max(sizes) - min(sizes) <= 1
    assert len(sizes) in (1, groups)
    assert len(sizes) == 1 or min(sizes) >= FEWEST_PLAYERS


def test_the_professionals_card_decides_and_else_that_of_the_own_organisation():
    spheres = {"street": Sphere.CITIZENS, "us": Sphere.OWN_ORGANISATION, "adviser": Sphere.PROFESSIONAL}
    web = Web(actors=tuple(Actor(id_, id_, sphere) for id_, sphere in spheres.items()))
    street, us, adviser = (RoleCard(f"card_{id_}", id_, id_) for id_ in spheres)
    assert deciding((street, us, adviser), web) == adviser
    assert deciding((street, us), web) == us
    assert deciding((street,), web) is None
