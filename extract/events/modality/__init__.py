"""Whether an event took place: held, planned, proposed, cancelled, refused, or none at all."""
