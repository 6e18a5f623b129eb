"""How a scene becomes rows of a given size: pure functions from a scene to text, so that nothing is ever cut unseen."""
