"""The preview on this machine: serve, watch, build again, reload.

Comes in: the options of a build. Goes out: pages on a loopback address, until interrupted.
May use: `build` and every room below it.

- `rebuild`: builds at every edit, and remembers what is wrong and which pages are stale.
- `handlers`: answers the browser. `server`: listens and watches.

A mistake is shown in the terminal and on every page, above the last good site. The preview is for
this machine only: it listens on the loopback address, answers to the loopback's names alone (so
that no name of somebody else's can be led here), takes reload connections from its own pages alone,
and gives files out of its own folder alone. What is asked of it is not remembered, and nothing that
a client sends reaches the terminal but as printable characters.
"""
