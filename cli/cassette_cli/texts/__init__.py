"""The list of the texts of an interaction, each with its place and the way back into the file.

`interaction.roots_of` makes the list. `search` looks for something in it, and only reads; `edits`
turns what was found into intents. A file a layer says what texts a text holds: `json_text`,
`stream` (whose cut texts `channels` joins), `multipart`, `markup`, `base64_text`.
"""
