"""The words of the interface, as the pages and charts are given them."""

from pathlib import Path

from baogao.content import yaml_with_lines

PATH = Path(__file__).resolve().parents[1] / "site_src" / "strings" / "zh.yml"
STRINGS = yaml_with_lines.unlined(yaml_with_lines.load(PATH.read_text("utf-8")))
