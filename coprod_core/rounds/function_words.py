"""Words that say nothing about what an answer is about: leaving them out keeps *meer groen* with *groen*.

Beside the usual ones, those that many people use when they are asked what matters to them.
"""

_DUTCH = """
aan al alle alleen als altijd aub ben bent bij blijft blijven dan dat de deze die dit doen door dus echt een eens en
er erg ergens even ga gaan gaat gebeuren gebeurt geen genoeg goed goede graag had heb hebben heeft heel het hier hij
hoe houden ik in is ja je jij jullie kan kun kunnen liever maar mag man me meer met mij mijn minder mn moest moet
moeten mogen na naar nee niet niets nog nu of om omdat onder ons onze ook op over overal s steeds straks t te ten
teveel tijdens toch tot u uit uw van veel voor vooral waar want wat we weer weg wel wie wij wil willen word worden
wordt zal ze zeer zich zijn zo zoals zonder zou zouden
"""
_ENGLISH = """
a about all also always am an and any are as at be been being but by can could do does don done down enough for from
get go going good has have having i if in into is it its just keep less like lost m make me more most my need needs no
not now of off on or our out over please re really s should so some somewhere t than that the their them there they
this to too up us ve very want was we were what when where which who will with without would you your
"""

FUNCTION_WORDS = frozenset((*_DUTCH.split(), *_ENGLISH.split()))
"""In Dutch and in English, without accents and in small letters."""
