"""`--where`: interactions selected by what they hold.

`parse` reads an expression, `fields` says what each field asks of an interaction, `where` puts the
two together.
"""
