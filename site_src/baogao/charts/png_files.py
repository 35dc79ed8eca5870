"""PNG pictures of few colours, packed tightly: a colour is a number in the picture's palette.

What a drawing has beside its own colours are the edges of letters; nine steps of red, green and
blue are enough for them, and the colours that fill areas stay as they are.
"""

import zlib
from collections.abc import Iterator

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
STEPS = 9  # of red, of green, of blue
AS_THE_ONE_BEFORE = 1  # how a line of pixels is written: each less the one to its left
PALETTE = bytes([8, 3, 0, 0, 0])  # eight bits a pixel, which is a place in the palette
CHANNELS = 4  # red, green, blue, and how opaque


def packed(picture: bytes) -> bytes:
    """Return an opaque PNG, as vl-convert writes it, with a palette: a sixth of the size."""
    chunks = list(_chunks(picture))
    size = chunks[0][1][:8]
    width, height = int.from_bytes(size[:4]), int.from_bytes(size[4:])
    pixels = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    lines = np.frombuffer(pixels, np.uint8).reshape(height, 1 + CHANNELS * width)
    if (lines[:, 0] != AS_THE_ONE_BEFORE).any():
        raise ValueError("vl-convert writes pictures in another way than this can read")
    steps = lines[:, 1:].reshape(height, width, CHANNELS)
    colours, places = _palette(np.cumsum(steps, axis=1, dtype=np.uint8)[..., :3])
    kept = np.zeros((height, 1 + width), np.uint8)
    kept[:, 1:] = places
    written = [(b"IHDR", size + PALETTE), (b"PLTE", colours.tobytes())]
    written += [(b"IDAT", zlib.compress(kept.tobytes())), (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in written)


def _palette(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the colours that are enough, and for each pixel which of them is its own."""
    coarse = (pixels.astype(np.uint16) * (STEPS - 1) + 127) // 255
    codes = (coarse[..., 0] * STEPS + coarse[..., 1]) * STEPS + coarse[..., 2]
    colours, places = np.zeros((STEPS**3, 3), np.uint8), np.zeros(STEPS**3, np.uint8)
    colours[codes] = pixels  # of several the last one, which an area at the edge fills
    used = np.flatnonzero(np.bincount(codes.ravel()))
    if len(used) > 256:
        raise ValueError("a picture has more colours than a palette holds")
    places[used] = np.arange(len(used))
    return colours[used], places[codes]


def _chunks(picture: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kinds and data of a PNG's chunks: length, kind, data and check sum each."""
    at = len(SIGNATURE)
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        yield picture[at + 4 : at + 8], picture[at + 8 : at + 8 + size]
        at += 12 + size


def _chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4) + kind + data + zlib.crc32(kind + data).to_bytes(4)
