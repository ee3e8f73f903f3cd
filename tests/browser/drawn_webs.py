"""Webs to draw: none, one like the sewer case, the same with words that count otherwise, and a crowd."""

import random
from dataclasses import replace

from coprod_core.web.conventions import Conventions
from coprod_core.web.model import Actor, Interest, Option, Process, Relation, Rule, Sphere, Stake, Unknown, Web

C, OWN, OTHER, POLITICS, PRO = (
    Sphere.CITIZENS,
    Sphere.OWN_ORGANISATION,
    Sphere.OTHER_ORGANISATION,
    Sphere.POLITICAL_AUTHORITY,
    Sphere.PROFESSIONAL,
)

GROUPS = ("Bewoners Kade", "Ouders van school", "Jongeren", "Ondernemers Markt", "Huurders flat", "Wandelaars in park")
ORGANISATIONS = ("Woningcorporatie", "Waterschap", "Afdeling groen", "Zorginstelling")
WISHES = ("Droge kelders", "Veilig oversteken", "Groen in de straat", "Betaalbare huur", "Plek om te spelen")


def named(name: str) -> Web:
    if name == "sewer":
        return sewer()
    if name == "small":
        return small()
    if name == "counted":
        return replace(sewer(), conventions=Conventions(weight_notices=0.2, weight_plans=0.6))
    if name == "hostile":
        return hostile()
    if name.startswith("crowd"):
        return crowd(int(name.removeprefix("crowd")))
    return Web(title="Leeg")


def sewer() -> Web:
    return Web(
        title="Riool en fundering",
        actors=(
            Actor("group", "Actiegroep Kadestraat", C, people=60, seats=6, initiator=True),
            Actor("piles", "Bewoners met houten palen", C, people=80),
            Actor("tenants", "Huurders in de buurt", C, people=40),
            Actor("sewers", "Gemeente: rioolbeheer", OWN, seats=1),
            Actor("water", "Waterschap", OTHER),
            Actor("council", "Gemeenteraad", POLITICS),
            Actor("lead", "Projectleider", PRO, seats=1),
        ),
        interests=(
            Interest("dry", "Droge souterrains"),
            Interest("firm", "Stevige fundering"),
            Interest("open", "Straat snel weer open"),
            Interest("cheap", "Betaalbaar"),
            Interest("rain", "Plek voor regenwater"),
        ),
        stakes=(
            Stake("group", "dry", 1.0),
            Stake("group", "open", 0.4),
            Stake("piles", "firm", 1.0),
            Stake("piles", "cheap", 0.4),
            Stake("piles", "dry", 0.1, -1.0),
            Stake("tenants", "open", 0.4),
            Stake("tenants", "cheap", 0.4),
            Stake("sewers", "cheap", 0.4),
            Stake("sewers", "firm", 0.4),
            Stake("water", "rain", 1.0),
            Stake("water", "dry", 0.1, -1.0),
            Stake("council", "cheap", 0.4),
            Stake("council", "dry", 0.4),
        ),
        unknown=(Unknown("tenants", "firm"),),
        relations=(Relation("dry", "firm", -0.6), Relation("rain", "dry", 0.4)),
        process=Process(initiative=0.8),
    )


def hostile() -> Web:
    return Web(
        actors=(
            Actor("a", "<img src=x onerror=alert(1)>", C, people=10),
            Actor("b", "Ж" * 200, C, people=10, seats=1),
            Actor("c", "{name} \"quotes\" & 'more'", OWN),
        ),
        interests=(Interest("k", "<script>alert(2)</script>"),),
        stakes=(Stake("a", "k", 1.0), Stake("b", "k", 0.4, -1.0)),
    )


def crowd(size: int) -> Web:
    """`size` parties and `size` interests."""
    chance = random.Random(7)
    spheres = [C, C, C, C, C, OWN, OTHER, C, POLITICS, C, C, OTHER, C, PRO, C, OWN]
    actors = tuple(
        Actor(
            f"a{i}",
            f"{GROUPS[i % 6]} {i}" if spheres[i % 16] == C else f"{ORGANISATIONS[i % 4]} {i}",
            spheres[i % 16],
            people=chance.randint(5, 400) if spheres[i % 16] == C else None,
            seats=chance.randint(1, 6) if i % 3 == 0 else 0,
        )
        for i in range(size)
    )
    interests = tuple(Interest(f"k{i}", f"{WISHES[i % 5]} {i}") for i in range(size))
    stakes = tuple(
        Stake(f"a{i}", f"k{k}", chance.choice([0.1, 0.4, 1.0]), chance.choice([1.0, 1.0, -1.0]))
        for i in range(size)
        for k in sorted(chance.sample(range(size), min(3, size)))
    )
    return Web(actors=actors, interests=interests, stakes=stakes)


def small() -> Web:
    """One of everything: a group at the table and one outside, two organisations, three interests, a plan, a rule."""
    return Web(
        title="Nieuw riool",
        actors=(
            Actor("street", "De straat", C, people=60, seats=6),
            Actor("piles", "Bewoners met rotte palen", C, people=80),
            Actor("water", "Waterschap", OTHER, seats=1),
            Actor("city", "Gemeente", OWN),
        ),
        interests=(
            Interest("dry", "Droge kelder"),
            Interest("sound", "Stevige fundering"),
            Interest("green", "Groen"),
        ),
        stakes=(
            Stake("street", "dry", 1.0),
            Stake("piles", "sound", 1.0),
            Stake("piles", "dry", 0.4, -1.0),
            Stake("water", "dry", 0.4),
        ),
        relations=(Relation("dry", "sound", -0.5),),
        options=(Option("pump", "Pomp", 0.7, {"dry": 1.0, "sound": -0.5}),),
        rules=(Rule("level", "Peilbesluit", 0.6, 0.1, {"sound": 0.6}, {"dry": 0.3}),),
    )
