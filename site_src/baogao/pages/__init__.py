"""The pages of the site, as data: address, template, and what fills it."""
