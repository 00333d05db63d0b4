"""Who gives, who takes, who speaks."""
