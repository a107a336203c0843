"""A claim and a sentence side by side: the same matter? the same slots? what differs?

statement    one text read into slots: words, quantities, dates, names, cues
alignment    how much of the claim's words the sentence says, by form or by meaning
figures      quantities, slot by slot        values    whether two can be one
periods      dates and periods
polarity     approve against ban, rise against fall, negation
names        who does it                     scope     of what it holds
comparison   all of these for one pair       reading   a passage's statement, kept as a row

For a reader, after the fact:
slots        what a text says slot by slot   written   values in any language
slot_rows, circumstances                     both sides of each slot, with one of the marks
partners     which words found a partner
"""
