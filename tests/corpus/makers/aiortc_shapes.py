"""aiortc_shapes.py OUR_OFFER.json FOLDER: in the environment of `make interop-setup`."""

import asyncio
import json
import pathlib
import sys

from aiortc import (
    AudioStreamTrack,
    RTCConfiguration,
    RTCPeerConnection,
    RTCSessionDescription,
    VideoStreamTrack,
)


def video(connection):
    connection.addTrack(VideoStreamTrack())


def audio(connection):
    connection.addTrack(AudioStreamTrack())


def data(connection):
    connection.createDataChannel("chat")


def receiving(connection):
    connection.addTransceiver("video", direction="recvonly")


OFFERS = {
    "video-only": [video],
    "audio-video": [audio, video],
    "video-audio": [video, audio],
    "data-only": [data],
    "audio-video-data": [audio, video, data],
    "video-recvonly": [receiving],
    "two-videos": [video, video],
}
ANSWERS = {"to-us": [video], "to-us-recvonly": []}


async def describe(sections, offer=None):
    connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
    if offer:
        await connection.setRemoteDescription(RTCSessionDescription(offer, "offer"))
    for add in sections:
        add(connection)
    made = await (connection.createAnswer() if offer else connection.createOffer())
    await connection.setLocalDescription(made)
    return connection.localDescription.sdp


async def main():
    offer = json.loads(pathlib.Path(sys.argv[1]).read_text())["sdp"]
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    for name, sections in OFFERS.items():
        (folder / f"offer-{name}.sdp").write_bytes((await describe(sections)).encode())
    for name, sections in ANSWERS.items():
        (folder / f"answer-{name}.sdp").write_bytes((await describe(sections, offer)).encode())


asyncio.run(main())
