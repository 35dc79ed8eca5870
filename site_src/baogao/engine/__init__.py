"""How the site is made: its parts, what each depends on, what is kept, and who does the work.

Comes in: a corpus and what an earlier build left. Goes out: the finished folder, the same whatever
machine, cache or number of processes it was made with.
May use: every room below (`pages`, `search`, `downloads`, `charts`, `corpus`, `reading`,
`cleaning`, `content`). Only `build.py` knows the order in which all of it happens.

- The content: `known_files` are not read again, `taken_content` has words, settings, and what each
  report is read from.
- The reports: `read_one_report` reads one, `kept_readings` loads what is kept; `joined_areas` joins
  an area's, `kept_corpus` answers for all; `published_here` misses what a release had.
- The site: `site_parts` lists its parts, `part_kinds` says what files each has (`download_kinds`
  of those that are no pages), `part_tools` helps
  them; `changed_parts` makes what has changed and keeps the rest, by `dependencies` and
  `made_parts`, the manifest of the last build.
- The folder: `next_site` is written aside, of a `spare_site` where there is one; `replace_site`
  puts it in place (`folder_lock`, `swap_folders`, `file_reuse`), where `allowed_output_folder`
  lets it.
- Behind them: `workers`, `progress`, `file_cache`, `template_cache`, `temporary_files`,
  `code_fingerprint` and `build_input_hash`.
"""
