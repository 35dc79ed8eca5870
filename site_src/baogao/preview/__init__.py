"""The preview on this machine: serve, watch, build again, reload.

Comes in: the options of a build. Goes out: pages on a loopback address, until interrupted.
May use: `build` and every room below it.
"""
