"""What scripts/translations says of the words of the interface, and notes as looked at."""

import argparse
import sys

from baogao.content import interface_words
from baogao.content.files.own_files_read_once import Files, take_templates
from baogao.content.files.own_places import SITE_SRC
from baogao.content.languages import CHINESE, LANGUAGES


def main() -> int:
    """Run the command; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seen", nargs="*", metavar="KEY", help="words whose English is right")
    seen = parser.parse_args().seen
    assets = take_templates()
    for language in LANGUAGES[1:]:
        if seen is not None:
            note(assets, language, set(seen))
    assets = take_templates()
    found = list(interface_words.problems(assets))
    for language in LANGUAGES[1:]:
        found += interface_words.stale(assets, language)
    for one in found:
        print(f"{one.path}:{one.line}: {one.message} ({one.hint})")
    return 1 if found else 0


def note(assets: Files, language: str, keys: set[str]) -> None:
    """Note the Chinese that is there now for these words, for all where there are none."""
    path = SITE_SRC / interface_words.seen_file(language)
    known = dict(line.rsplit(",", 1) for line in path.read_text("utf-8").splitlines())
    now = {
        one.key: interface_words.digest_of(one) for one in interface_words.listed(assets, CHINESE)
    }
    noted = {key: now[key] if not keys or key in keys else known.get(key, "-") for key in now}
    path.write_text("".join(f"{key},{value}\n" for key, value in sorted(noted.items())), "utf-8")


if __name__ == "__main__":
    sys.exit(main())
