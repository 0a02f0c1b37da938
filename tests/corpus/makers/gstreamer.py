"""gstreamer.py OUR_OFFER.json FOLDER: GStreamer's webrtcbin, by Debian's python3-gi,
gir1.2-gst-plugins-bad-1.0, gstreamer1.0-plugins-{base,good,bad,ugly} and gstreamer1.0-nice."""

import json
import pathlib
import sys

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstWebRTC", "1.0")
gi.require_version("GstSdp", "1.0")
from gi.repository import GLib, Gst, GstSdp, GstWebRTC  # noqa: E402

Gst.init(None)
VIDEO = (
    "videotestsrc is-live=true ! video/x-raw,width=320,height=240 ! x264enc tune=zerolatency "
    "! h264parse ! rtph264pay config-interval=-1 aggregate-mode=zero-latency "
    "! application/x-rtp,media=video,encoding-name=H264,payload=96 ! w. "
)
AUDIO = (
    "audiotestsrc is-live=true ! opusenc ! rtpopuspay "
    "! application/x-rtp,media=audio,encoding-name=OPUS,payload=97 ! w. "
)
H264 = "application/x-rtp,media=video,encoding-name=H264,payload=96,clock-rate=90000"


class Description:
    """One element, until it has described itself with all its candidates."""

    def __init__(self, streams, policy="max-bundle", offer=None, receives=False):
        if streams:
            self.pipeline = Gst.parse_launch(f"webrtcbin name=w bundle-policy={policy} {streams}")
            self.element = self.pipeline.get_by_name("w")
        else:
            self.pipeline, self.element = Gst.Pipeline.new(), Gst.ElementFactory.make("webrtcbin")
            self.pipeline.add(self.element)
        if receives:
            direction = GstWebRTC.WebRTCRTPTransceiverDirection.RECVONLY
            self.element.emit("add-transceiver", direction, Gst.Caps.from_string(H264))
        self.offer, self.text, self.loop = offer, None, GLib.MainLoop()
        self.element.connect("notify::ice-gathering-state", self.gathered)

    def gathered(self, *_):
        state = self.element.get_property("ice-gathering-state")
        if state == GstWebRTC.WebRTCICEGatheringState.COMPLETE:
            GLib.idle_add(self.finish)

    def finish(self):
        self.text = self.element.get_property("local-description").sdp.as_text()
        self.loop.quit()

    def create(self, kind):
        promise = Gst.Promise.new_with_change_func(self.created, kind)
        self.element.emit(f"create-{kind}", None, promise)

    def created(self, promise, kind):
        # What it holds goes with the reply.
        reply = promise.get_reply()
        made = reply.get_value(kind)
        self.element.emit("set-local-description", made, Gst.Promise.new())

    def start(self):
        if not self.offer:
            return self.create("offer")
        _, message = GstSdp.SDPMessage.new_from_text(self.offer)
        kind = GstWebRTC.WebRTCSDPType.OFFER
        offer = GstWebRTC.WebRTCSessionDescription.new(kind, message)
        promise = Gst.Promise.new_with_change_func(lambda _: self.create("answer"))
        self.element.emit("set-remote-description", offer, promise)

    def run(self):
        self.pipeline.set_state(Gst.State.PLAYING)
        # The encoder has to have said what it makes.
        GLib.timeout_add(700, self.start)
        GLib.timeout_add(10_000, self.loop.quit)
        self.loop.run()
        self.pipeline.set_state(Gst.State.NULL)
        return self.text


def main():
    ours = json.loads(pathlib.Path(sys.argv[1]).read_text())["sdp"]
    folder = pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    made = {
        "offer-video-only": Description(VIDEO),
        "offer-audio-video": Description(AUDIO + VIDEO),
        "offer-no-bundle": Description(AUDIO + VIDEO, policy="none"),
        "offer-max-compat": Description(AUDIO + VIDEO, policy="max-compat"),
        "offer-video-recvonly": Description("", receives=True),
        "answer-to-us": Description(VIDEO, offer=ours),
        "answer-to-us-recvonly": Description("", offer=ours),
    }
    for name, description in made.items():
        if text := description.run():
            (folder / f"{name}.sdp").write_bytes(text.encode())
        else:
            print(f"{name}: nothing came", file=sys.stderr)


main()
