"""From a scraped page to cleaned reports: find, typeset, break into paragraphs, describe, compare."""
