"""What happens in class: where it is in the plan, in which language, and how much time is left."""
