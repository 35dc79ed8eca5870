"""The site for programs: an index of files that are there, at addresses that stay.

Comes in: a corpus. Goes out: `api/v1/`, which describes and points at other files and repeats none
of them. `entries` are the documents, `schema` what they and the tables hold, `openapi` where they
are, `changes` what a release changed; `api.yml` lists the addresses.
"""
