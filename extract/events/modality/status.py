"""Whether an event took place: held, planned, proposed, cancelled, refused or absent, from the words round its trigger.

Absent is what the clause denies or tells as not done: no event at all («لم يجر أي لقاء»).
The false «held» is the worst error: what the clause does not tell as done is not held. The signs are a table, read from the
top; the first that holds decides. Each sign is a function of the module before its name, the words stand in
seeds/status_words.csv, a sentence for each in tests/events/modality/test_modality.py.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.arabic.types import Document, TimeExpression
from extract.events.modality import (
    conditional,
    decided,
    described,
    governed,
    held,
    negated,
    planned,
    purpose,
    relative,
    tense,
    wished,
)
from extract.events.modality.clause import Clause, look_round

RULES: Final[tuple[tuple[str, Callable[[Clause], bool]], ...]] = (
    # what governs the event
    ("held", held.is_counted_from),
    ("proposed", negated.is_not_ruled_out),
    ("planned", negated.may_fail),
    ("cancelled", negated.is_called_off),
    ("refused", negated.is_refused),
    ("refused", negated.is_not_intended),
    ("planned", negated.is_threatened),
    ("held", governed.is_presupposed),
    ("cancelled", governed.was_called_off_later),
    ("cancelled", governed.was_called_off_before),
    ("absent", negated.was_not_asked_for),
    ("proposed", wished.is_wished),
    # words of negation beside it
    ("absent", negated.is_unlikely),
    ("absent", negated.has_none),
    ("absent", negated.has_no_plan),
    ("absent", negated.is_denied),
    ("absent", negated.is_denied_to_be),
    ("absent", negated.has_failed),
    ("absent", negated.is_replaced),
    ("proposed", wished.is_any),
    ("absent", negated.is_left_out),
    ("absent", negated.presides_over),
    ("absent", negated.is_of_tourists),
    ("cancelled", negated.was_called_off),
    ("cancelled", negated.part_is_called_off),
    ("cancelled", negated.is_prevented),
    ("refused", negated.was_refused),
    ("refused", negated.stays_away),
    ("refused", negated.is_out_of_question),
    ("refused", negated.is_not_ready),
    ("cancelled", negated.is_off_behind),
    ("cancelled", negated.no_longer_stands),
    ("cancelled", negated.will_not_as_set),
    ("absent", negated.will_not_discuss),
    ("cancelled", negated.will_not_be_held),
    ("proposed", conditional.will_only),
    ("refused", negated.will_not),
    ("absent", negated.did_not),
    ("planned", negated.will_not_be_told),
    ("absent", described.has_not_come_about),
    ("planned", described.was_set),
    ("planned", described.is_yet_to_come_about),
    ("proposed", described.may_come_about),
    ("planned", described.is_intended_to),
    # its verb is no past one
    ("proposed", conditional.then_it_would),
    ("proposed", conditional.is_asked_whether),
    ("planned", tense.follows_future),
    ("planned", tense.before_its_verb),
    ("planned", tense.provided_that),
    ("planned", tense.is_future),
    ("proposed", relative.would_be_first),
    ("proposed", conditional.if_it_takes_place),
    ("planned", relative.is_first_to_come),
    ("proposed", wished.may_do),
    ("proposed", governed.should_be_done),
    ("planned", decided.is_agreed_to),
    # a noun that is to come
    ("planned", planned.is_set),
    ("planned", relative.will_take_place),
    ("planned", governed.is_promised),
    ("planned", governed.is_provided_for),
    ("planned", decided.is_consented_to),
    ("planned", decided.is_resolved),
    ("planned", planned.on_the_agenda),
    ("planned", purpose.may_be_applied_for),
    ("planned", purpose.is_for_an_aim),
    ("planned", purpose.may_succeed),
    ("proposed", wished.may_still_be),
    ("planned", planned.still_stands),
    ("proposed", wished.has_no_objection),
    ("proposed", wished.is_sought),
    ("proposed", wished.is_possible),
    ("proposed", wished.is_talked_of),
    ("planned", decided.is_decided),
    ("planned", decided.is_accepted),
    ("planned", decided.is_intended),
    ("proposed", wished.is_invited),
    ("proposed", wished.is_suggested),
    ("proposed", wished.should_be_held),
    ("proposed", wished.is_ready),
    ("proposed", wished.is_striven_for),
    ("planned", purpose.on_arrival),
    ("planned", purpose.to_carry_out),
    ("planned", planned.is_prepared_for),
    ("held", held.goes_on_now),
    ("held", held.is_yet_to_end),
    ("held", held.is_led_now),
    ("held", held.was_opened),
    ("held", held.is_in_session),
    ("held", held.was_earlier),
    ("held", held.was_on_the_eve),
    ("planned", purpose.is_to_be_signed),
    ("held", held.goes_on_by_turns),
    ("planned", decided.is_announced),
    ("planned", purpose.is_purpose),
    ("planned", decided.holding_is_told),
    ("planned", planned.has_its_date),
    ("planned", planned.before_it),
    ("planned", planned.is_in_the_way),
    ("planned", planned.on_a_day_ahead),
    ("planned", planned.is_awaited),
    ("planned", tense.may_come_of_it),
    ("planned", wished.is_wished_as_set),
    ("proposed", wished.is_proposed),
    ("planned", planned.is_arranged),
    ("planned", planned.is_planned),
    ("planned", purpose.to_host),
    ("planned", planned.behind_a_future),
    ("planned", planned.before_its_time),
    ("planned", planned.before_a_future),
    # its day, against the day of publication
    ("planned", tense.after_publication),
    ("held", held.goes_on_today),
    ("held", held.is_told_as_done),
    ("held", held.is_under_way),
    ("planned", tense.on_its_day),
    ("planned", tense.on_an_unknown_today),
    ("planned", tense.that_it_does),
    ("planned", tense.within_hours),
    ("absent", tense.is_habitual),
    ("planned", tense.at_no_known_time),
    ("proposed", wished.if_it_is),
)


def status_of(
    document: Document, listed: dict[str, frozenset[str]], first: int, trigger: int, last: int, time: TimeExpression | None, *, verb: int | None = None, aside: bool = False
) -> str:
    """The status of the event at token ``trigger`` in the clause ``first:last`` (token range).

    ``listed`` are the classes of seeds/status_words.csv; ``verb`` is the verb that governs the trigger (عقد … اجتماعا), or the
    trigger itself; ``aside`` says that the event is only where or when something is said («ستقترح … خلال القمة»).
    «سيجتمع» and «من المقرر أن يجتمع» are planned, «دعا إلى عقد قمة» proposed, «ألغى زيارته» cancelled, «رفض لقاء» refused.
    """
    clause = look_round(document, listed, first, trigger, last, time, verb, aside)
    return next((status for status, holds in RULES if holds(clause)), "held")
