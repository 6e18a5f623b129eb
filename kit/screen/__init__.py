"""The terminal: one module a screen with its `.tcss` beside it; `run` holds the two ways in.

What other screens build on: `app.KitApp` (the application), `base.KitScreen` (what every full screen does),
`actions` (every action with its keys, once), `themes` (colours by name), `dialogs` (questions), `widgets`.
"""
