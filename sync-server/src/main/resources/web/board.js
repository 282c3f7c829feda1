// Keeps the board of a class session up to date.
