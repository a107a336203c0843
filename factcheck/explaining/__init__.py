"""How a suggestion came about, as data and in words.

account   what was compared, judged and decided for one claim
words     the words for it, in the claim's language
row, passage_row   the object that `explain --json` prints
"""
