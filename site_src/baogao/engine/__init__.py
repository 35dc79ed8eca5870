"""How the site is made: its parts, what each depends on, what is kept, and who does the work.

Comes in: a corpus and what an earlier build left. Goes out: the finished folder, the same whatever
machine, cache or number of processes it was made with.
May use: every room below (`pages`, `search`, `downloads`, `charts`, `corpus`, `reading`,
`cleaning`, `content`). Only `build.py` knows the order in which all of it happens.

- The reports: `report_reader` reads one, `cached_readings` all, but for those that are kept.
- The site: `site_parts` lists its parts, `part_kinds` says what files each has, `part_maker` helps
  them; `site_writer` makes what has changed and takes over the rest, by `dependencies` and the
  `manifest` of the last build.
- The folder: `next_site` is written aside, `output_folder` puts it in place (`folder_lock`,
  `swap_folders`, `file_reuse`), `allowed_output_folder` says where.
- Behind them: `workers`, `progress`, `file_cache`, `template_cache`, `temporary_files`,
  `code_fingerprint` and `input_hash`.
"""
