"""A file as people have it, to its text: HTML, PDF, DOCX, and text in any encoding of Chinese.

Comes in: the bytes of a file. Goes out: its text, and by which library and version that was taken;
or why there is none to take.
May use: `content`. Each library is imported where a file needs it. `broken_lines` reads a text that
was broken into lines of one width as the paragraphs that it was before.
"""
