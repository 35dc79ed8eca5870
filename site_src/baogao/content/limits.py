"""How much content may hold: many times what honest content reaches.

What goes beyond is refused with a reason, before it costs time.
"""

MEGABYTE = 1_000_000
# Of a file, by its suffix. A report has 60 KB, a scraped page with several of them 350 KB, a PDF
# with its fonts a megabyte.
LARGEST = {
    ".md": 300_000,
    ".txt": 10 * MEGABYTE,
    ".html": 10 * MEGABYTE,
    ".pdf": 30 * MEGABYTE,
    ".docx": 30 * MEGABYTE,
    ".yml": 20 * MEGABYTE,
    ".csv": 2_000 * MEGABYTE,
}
FIRST_YEAR, LAST_YEAR = 1949, 2100  # of a report
LONGEST_LINE = 1_000  # characters of a paragraph that can still be read
LONGEST_WORD = 250  # of a vocabulary's lists, its examples too
LONGEST_TITLE = 200  # of a heading or a field of front matter
LONGEST_NAME = 200  # of a place
MOST_NOTES = 50  # of a report, and of the years that it is about
MOST_TIMES = 1_000  # that one correction stands in a source, and records of one figure
MOST_HEADINGS = 500  # of a report; long ones have 60
DEEPEST = 20  # levels of YAML inside each other
MOST_VALUES = 200_000  # keys and values of a YAML file; those of 10,000 sources are 100,000
LONGEST_TEXT = 5_000  # characters of one of them
LONGEST_NUMBER = 40  # characters of one that is a number
LONGEST_CELL = 5_000  # characters between two commas of a CSV file
LONGEST_PATTERN = 5_000  # characters of a regular expression
MOST_STEPS = 100_000  # of a regular expression at one place of a text
MOST_DIGITS = 15  # of a number set by hand: what a double holds exactly
LARGEST_POWER = 18  # of ten, in such a number
MOST_SHOWN = 50  # problems of one file that are printed
LONGEST_MESSAGE = 400  # characters of a problem as printed
LONGEST_PAGE = 100_000  # characters of a page in words
LONGEST_PARAGRAPH = 5_000  # of such a page, up to an empty line
MOST_BRACKETS = 100  # that open in it
