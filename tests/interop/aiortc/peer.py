"""One end of a call, of aiortc: JSON lines on standard input and output, as of `roomrtc peer`.

    peer.py offer|answer [SECTION ...] [--profile PROFILE]

SECTIONs are what an offer has, in this order: video, audio, data. PROFILE is the one
profile-level-id of H.264 to do, as in 42e01f; all that aiortc has otherwise. Candidates are in the
descriptions: aiortc does not trickle. Standard input may also say {"command": COMMAND}, of which
these answer with a line of their own:

    frames      {"frames": [...]}: the pictures decoded since the last time, as [number, width,
                height]; the number is that of the block code drawn in the picture, or null
    sent        {"sent": N}: how many pictures the camera has shown
    statistics  {"statistics": [...]}: what getStats has
    key-frame   {"key-frame": N}: how many picture loss indications it has sent
    hang-up     closes the connection and ends

What happens is told in lines with "state", "track" and "error".
"""

import argparse
import asyncio
import json
import sys
import time
import zlib
from fractions import Fraction

from aiortc import (
    AudioStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCRtpSender,
    RTCSessionDescription,
    VideoStreamTrack,
)
from aiortc.sdp import candidate_from_sdp
from av import VideoFrame

WIDTH, HEIGHT, RATE = 640, 360, 30
COLUMNS, ROWS = 34, 4


def tell(value):
    print(json.dumps(value), flush=True)


def cell(index, width, height):
    """The left and top edge of a block code's cell, and those of the next."""
    column, row = index % COLUMNS, index // COLUMNS
    x = [(column + 3 + step) * width // 40 for step in (0, 1)]
    y = [(row + step) * 2 * height // 45 for step in (0, 1)]
    return x[0], y[0], x[1], y[1]


def draw_code(luma, number, captured):
    """Draws a block code, 136 bits, into the luma of a picture of ours."""
    fields = [(number, 4), (number % 65536, 2), (captured, 7)]
    body = b"".join(value.to_bytes(size, "big") for value, size in fields)
    bits = int.from_bytes(body + zlib.crc32(body).to_bytes(4, "big"), "big")
    for index in range(COLUMNS * ROWS):
        left, top, right, bottom = cell(index, WIDTH, HEIGHT)
        one = bits >> (COLUMNS * ROWS - 1 - index) & 1
        line = bytes([235 if one else 16]) * (right - left)
        for row in range(top, bottom):
            luma[row * WIDTH + left : row * WIDTH + right] = line


def read_code(frame):
    """The number in a picture's block code; None if there is none that is right."""
    plane = frame.planes[0]
    luma, bits = bytes(plane), 0
    for index in range(COLUMNS * ROWS):
        left, top, right, bottom = cell(index, frame.width, frame.height)
        across, down = (right - left) // 4, (bottom - top) // 4
        total = count = 0
        for row in range(top + down, bottom - down):
            line = row * plane.line_size
            middle = luma[line + left + across : line + right - across]
            total, count = total + sum(middle), count + len(middle)
        bits = bits << 1 | (count > 0 and total // count > 126)
    code = bits.to_bytes(COLUMNS * ROWS // 8, "big")
    if zlib.crc32(code[:-4]) != int.from_bytes(code[-4:], "big"):
        return None
    return int.from_bytes(code[:4], "big")


def figures(report):
    """What a report of getStats has, but for times."""
    return {k: v for k, v in vars(report).items() if isinstance(v, (int, float, str))}


class Camera(VideoStreamTrack):
    """A bar that moves over grey, with a block code."""

    def __init__(self):
        super().__init__()
        self.shown = 0
        self.began = None

    async def recv(self):
        now = time.time()
        self.began = self.began or now
        await asyncio.sleep(max(0, self.began + self.shown / RATE - now))
        luma = bytearray(b"\x60") * (WIDTH * HEIGHT)
        left = self.shown * 4 % (WIDTH - 32)
        for row in range(HEIGHT // 2, HEIGHT // 2 + 64):
            luma[row * WIDTH + left : row * WIDTH + left + 32] = b"\xb0" * 32
        draw_code(luma, self.shown, int(time.time() * 1_000_000))
        frame = VideoFrame(WIDTH, HEIGHT, "yuv420p")
        chroma = b"\x80" * (WIDTH * HEIGHT // 4)
        for plane, data in zip(frame.planes, (luma, chroma, chroma)):
            # A line of a plane may be longer than the picture is wide.
            lines = [bytes(data[at : at + plane.width]) for at in range(0, len(data), plane.width)]
            plane.update(b"".join(line.ljust(plane.line_size, b"\0") for line in lines))
        frame.pts, frame.time_base = self.shown * 90_000 // RATE, Fraction(1, 90_000)
        self.shown += 1
        return frame


class Peer:
    def __init__(self, arguments):
        self.profile = arguments.profile
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.camera = Camera()
        self.frames = []
        self.asked = 0
        self.is_over = asyncio.Event()
        self.connection.on("connectionstatechange", self.tell_state)
        self.connection.on("track", self.take_track)

    def tell_state(self):
        state = self.connection.connectionState
        tell({"state": state})
        if state == "closed":
            self.is_over.set()

    def take_track(self, track):
        tell({"track": track.kind})
        if track.kind == "video":
            asyncio.ensure_future(self.watch(track))

    async def watch(self, track):
        while True:
            try:
                frame = await track.recv()
            except Exception:
                return tell({"track": "ended"})
            self.frames.append([read_code(frame), frame.width, frame.height])

    def add(self, section):
        if section == "data":
            self.connection.createDataChannel("chat")
        elif section == "audio":
            self.connection.addTrack(AudioStreamTrack())
        else:
            self.connection.addTrack(self.camera)
            self.prefer()

    def prefer(self):
        codecs = RTCRtpSender.getCapabilities("video").codecs
        codecs = [c for c in codecs if c.mimeType == "video/H264"]
        if self.profile:
            codecs = [c for c in codecs if c.parameters["profile-level-id"] == self.profile]
        for transceiver in self.connection.getTransceivers():
            if transceiver.kind == "video":
                transceiver.setCodecPreferences(codecs)

    async def describe(self, description):
        await self.connection.setLocalDescription(description)
        local = self.connection.localDescription
        tell({"type": local.type, "sdp": local.sdp})

    async def take(self, line):
        if "sdp" in line:
            description = RTCSessionDescription(line["sdp"], line["type"])
            # It settles the codecs as it reads the description: the preferences have to be there.
            if line["type"] == "offer" and not self.connection.getSenders():
                self.add("video")
            await self.connection.setRemoteDescription(description)
            if line["type"] == "offer":
                await self.describe(await self.connection.createAnswer())
        elif line.get("candidate"):
            candidate = candidate_from_sdp(line["candidate"].split(":", 1)[1])
            candidate.sdpMid = line.get("sdpMid")
            candidate.sdpMLineIndex = line.get("sdpMLineIndex")
            await self.connection.addIceCandidate(candidate)
        elif "command" in line:
            await self.obey(line["command"])

    async def obey(self, command):
        if command == "frames":
            frames, self.frames = self.frames, []
            tell({"frames": frames})
        elif command == "sent":
            tell({"sent": self.camera.shown})
        elif command == "statistics":
            reports = (await self.connection.getStats()).values()
            tell({"statistics": [figures(report) for report in reports]})
        elif command == "key-frame":
            for transceiver in self.connection.getTransceivers():
                if transceiver.kind == "video":
                    # There is no public call: it asks by itself where a picture can not be decoded.
                    for ssrc in transceiver.receiver._RTCRtpReceiver__active_ssrc:
                        await transceiver.receiver._send_rtcp_pli(ssrc)
                        self.asked += 1
            tell({"key-frame": self.asked})
        elif command == "hang-up":
            await self.connection.close()
            self.is_over.set()

    async def read(self):
        reader = asyncio.StreamReader(limit=1 << 20)
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while text := await reader.readline():
            try:
                await self.take(json.loads(text))
            except Exception as error:
                tell({"error": f"{type(error).__name__}: {error}"})
        self.is_over.set()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("role", choices=["offer", "answer"])
    parser.add_argument("sections", nargs="*", default=["video"])
    parser.add_argument("--profile")
    arguments = parser.parse_args()
    peer = Peer(arguments)
    if arguments.role == "offer":
        for section in arguments.sections:
            peer.add(section)
        await peer.describe(await peer.connection.createOffer())
    reading = asyncio.ensure_future(peer.read())
    await peer.is_over.wait()
    reading.cancel()
    await peer.connection.close()


asyncio.run(main())
