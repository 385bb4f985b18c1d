"""The sample events: the real villages of Purbalingga, filled with people who do not exist."""
