"""How heavy the site is beside plain HTML and the theme as it comes: `python -m tests.bench`."""
