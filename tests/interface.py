"""The words of the interface, as the pages and charts are given them."""

from baogao.content import interface_words
from baogao.content.files.own_files_read_once import take_templates
from baogao.content.languages import CHINESE, ENGLISH

FILES = take_templates()
STRINGS = interface_words.words(FILES, CHINESE)
ENGLISH_STRINGS = interface_words.words(FILES, ENGLISH)
