//! The bugs that can be planted.

/// Makes the enumeration: of each bug its name, and the line that describes it.
macro_rules! planted_bugs {
    ($($bug:ident: $description:literal,)+) => {
        /// A deliberate bug in a protocol.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PlantedBug {
            $(#[doc = $description] $bug,)+
        }

        #[cfg(feature = "planted-bugs")]
        impl PlantedBug {
            /// All of them.
            pub const ALL: &[PlantedBug] = &[$(PlantedBug::$bug,)+];

            /// Its name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(PlantedBug::$bug => stringify!($bug),)+
                }
            }

            /// What is wrong, in a line.
            pub const fn description(self) -> &'static str {
                match self {
                    $(PlantedBug::$bug => $description,)+
                }
            }
        }
    };
}

planted_bugs! {
    // ICE and STUN.
    AnswerUnauthenticatedChecks: "A check is answered, and learnt from, whatever its MESSAGE-INTEGRITY.",
    AcceptResponsesFromAnywhere: "A response counts although it comes from elsewhere than the request went to.",
    MatchResponsesByAddress: "A response is matched by its addresses, not by its transaction identifier.",
    SkipResponseIntegrity: "The MESSAGE-INTEGRITY of responses is not looked at.",
    IgnoreRoleConflict: "Two agents with the same role stay so.",
    NeverNominate: "The controlling agent nominates no pair.",
    NominateEveryPair: "The controlling agent goes on nominating when one pair is nominated.",
    NoConsentChecks: "No consent check is ever sent.",
    ConsentNeverExpires: "Data goes on although nobody has consented for 30 s.",
    ConsentFromTheirChecks: "The peer's own checks count as its consent, as only a lite agent may have it.",
    IceNeverFails: "An agent without a valid pair never says that it has failed.",
    SendBeforePairIsValid: "Data goes over the best pair although no check of it has succeeded.",
    IgnorePeerReflexive: "A check from an address that was not signalled teaches nothing.",
    IgnoreLateCandidates: "Candidates that are signalled after the first check are dropped.",
    NoTrickle: "Candidates found after the description are not signalled.",
    PairTwice: "A pair that is on the check list is added once more.",
    ForgetSilence: "The deadline of the silence that was noticed stays, in the past.",
    StayOnSilentPair: "A silent pair is never left for one that works.",
    NoCheckRetransmission: "A check that is not answered is not sent again.",
    NoCheckBackoff: "The interval between retransmissions of a check does not grow.",
    NoPacing: "Checks begin without pacing.",
    NoTriggeredChecks: "A check of the peer's triggers none of ours.",
    KeepCredentialsAtRestart: "An ICE restart keeps the credentials.",
    DropPathAtRestart: "An ICE restart forgets the pair that carries data.",
    AmplifyRefusals: "The refusal of an unauthenticated check is sent eight times.",
    PadWithSpaces: "Attributes are padded with spaces, not with zeroes.",
    MapOwnAddress: "A response tells the address it was received at, not the one it came from.",
    AnswerWithoutFingerprint: "Responses carry no FINGERPRINT.",
    // Session.
    AcceptDtlsFromAnywhere: "DTLS is taken from addresses that ICE has not validated.",
    AcceptMediaFromAnywhere: "SRTP and SRTCP are taken from addresses that ICE has not validated.",
    SendMediaBeforeKeys: "Media goes out in the clear until there are keys.",
    SendRtcpInTheClear: "RTCP is not protected.",
    UnequalSegments: "A batch goes on with a longer packet.",
    IgnoreTagOverhead: "Packets leave no room for the tag that SRTP appends.",
    DropEarlyMedia: "Media that overtakes the end of the handshake is dropped.",
    // SRTP.
    SkipSrtpReplayCheck: "An SRTP packet is taken again.",
    SkipSrtcpReplayCheck: "An SRTCP packet is taken again.",
    LoseSenderRollOverCounter: "The sender's index starts over when sequence numbers wrap.",
    LoseReceiverRollOverCounter: "The receiver's index starts over when sequence numbers wrap.",
    ReuseSrtcpIndex: "All SRTCP packets have the same index.",
    // DTLS.
    AcceptAnyFingerprint: "A certificate is taken whatever its fingerprint.",
    SkipSignatureCheck: "A peer need not have the key of its certificate.",
    SkipCookieCheck: "Any cookie is taken for a valid one.",
    NoFlightRetransmission: "A flight that is not answered is not sent again.",
    NoFlightBackoff: "The interval between retransmissions of a flight does not grow.",
    RepeatLastFlight: "The last flight is sent again and again after the handshake.",
    IgnoreRepeatedFlights: "A flight that comes again is not answered again.",
    DropReorderedMessages: "A handshake message that comes before its turn is dropped.",
    WrongFragmentOffset: "The offset of a fragment counts the header of its message.",
    IgnoreFlightMtu: "Flights are not cut to the size of a datagram.",
    BelieveClearTextAlerts: "An alert in the clear ends the handshake at once.",
    AcceptClearTextAfterHandshake: "Records in the clear are taken after the handshake.",
    ReuseRecordNumbers: "Protected records all have the same number.",
    SkipRecordReplayCheck: "A protected record is taken again.",
    DtlsDeadlineMissing: "The deadline of a retransmission is not told.",
    IgnoreCloseNotify: "The peer's close_notify is ignored.",
    // Media.
    IgnoreNacks: "Requests for lost packets are ignored.",
    NackForEver: "A missing packet is asked for without interval and without end.",
    ResendWithoutLimit: "A lost packet is sent again four times whenever it is asked for, without a limit.",
    ResendWithChangedHeader: "A packet that is sent again under its own number has another header.",
    KeepNumberInRetransmission: "A retransmission has the number of the original as its own.",
    NoRequestAfterLoss: "No key frame is asked for after a loss.",
    RequestStorm: "Requests for a key frame follow each other without an interval.",
    IgnoreRequests: "Requests for a key frame are ignored.",
    KeyFrameStorm: "Every request for a key frame is passed on to the encoder at once.",
    OmitParameterSets: "Parameter sets are sent once and left out of later key frames.",
    ReleaseOutOfOrder: "Of several frames that are due the newest is released first.",
    ReleaseIncompleteFrames: "A frame is released although packets of it are missing.",
    WaitForGapsForEver: "A missing packet is waited for without end.",
    GiveUpGapsAtOnce: "A missing packet is not waited for.",
    ReleaseWithoutReference: "Frames that refer to a lost one are released.",
    TimestampsInMilliseconds: "RTP timestamps advance by milliseconds, not by units of the clock.",
    NoMarker: "The last packet of a frame lacks the marker.",
    MarkerOnEveryPacket: "Every packet has the marker.",
    NoFragmentEnd: "The last fragment of a NAL unit lacks the end bit.",
    BreakSequenceWrap: "Sequence numbers do not go on behind 65,535.",
    RestartSequenceNumbers: "A new description restarts the sequence numbers.",
    NoReportBlocks: "Reports say nothing of what is received.",
    IgnoreGoodbye: "RTCP BYE is ignored.",
    ReportTooOften: "RTCP reports follow each other without the least interval.",
    ReportDeadlineMissing: "The deadline of RTCP reports is not told.",
    UnboundedSendQueue: "Frames that cannot be sent pile up without bound.",
}
