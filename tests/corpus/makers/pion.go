// pion OUR_OFFER.sdp FOLDER: Pion, by Debian's golang-github-pion-webrtc.v3-dev.
package main

import (
	"log"
	"os"
	"path/filepath"

	"github.com/pion/webrtc/v3"
)

type fill func(*webrtc.PeerConnection) error

func track(mime, kind string) fill {
	return func(connection *webrtc.PeerConnection) error {
		codec := webrtc.RTPCodecCapability{MimeType: mime}
		track, err := webrtc.NewTrackLocalStaticSample(codec, kind, "pion")
		if err == nil {
			_, err = connection.AddTrack(track)
		}
		return err
	}
}

var (
	video = track(webrtc.MimeTypeH264, "video")
	audio = track(webrtc.MimeTypeOpus, "audio")
)

func data(connection *webrtc.PeerConnection) error {
	_, err := connection.CreateDataChannel("chat", nil)
	return err
}

func receiving(connection *webrtc.PeerConnection) error {
	only := webrtc.RTPTransceiverInit{Direction: webrtc.RTPTransceiverDirectionRecvonly}
	_, err := connection.AddTransceiverFromKind(webrtc.RTPCodecTypeVideo, only)
	return err
}

func describe(offer string, fills []fill) (string, error) {
	connection, err := webrtc.NewPeerConnection(webrtc.Configuration{})
	if err == nil && offer != "" {
		remote := webrtc.SessionDescription{Type: webrtc.SDPTypeOffer, SDP: offer}
		err = connection.SetRemoteDescription(remote)
	}
	for _, fill := range fills {
		if err == nil {
			err = fill(connection)
		}
	}
	if err != nil {
		return "", err
	}
	gathered := webrtc.GatheringCompletePromise(connection)
	create := func() (webrtc.SessionDescription, error) { return connection.CreateOffer(nil) }
	if offer != "" {
		create = func() (webrtc.SessionDescription, error) { return connection.CreateAnswer(nil) }
	}
	made, err := create()
	if err == nil {
		err = connection.SetLocalDescription(made)
	}
	if err != nil {
		return "", err
	}
	<-gathered
	return connection.LocalDescription().SDP, nil
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	ours := string(text)
	save := func(name, offer string, fills ...fill) {
		made, err := describe(offer, fills)
		if err == nil {
			err = os.WriteFile(filepath.Join(os.Args[2], name+".sdp"), []byte(made), 0o644)
		}
		if err != nil {
			log.Print(name, ": ", err)
		}
	}
	save("offer-video-only", "", video)
	save("offer-audio-video", "", audio, video)
	save("offer-data-only", "", data)
	save("offer-audio-video-data", "", audio, video, data)
	save("offer-video-recvonly", "", receiving)
	save("answer-to-us", ours, video)
	save("answer-to-us-recvonly", ours)
}
