### Every sentence that the window shows, in English.
### es.ftl has the same keys with the same variables, which a test checks.

## The window

app-name = Room RTC
action-back = Back
action-cancel = Cancel
action-close = Close
action-copy = Copy
action-dismiss = Dismiss
action-retry = Try again
value-unknown = not known yet
value-yes = yes
value-no = no
value-number = { $number }

## First start and signing in

welcome-title = Room RTC
welcome-subtitle = Video calls between two people, encrypted from end to end.
welcome-try-title = Try it here
welcome-try-text = Starts a server on this computer, and a contact that answers every call and sends your picture back. You test camera, network and encryption, alone and without an account.
welcome-try-button = Try it here
welcome-try-starting = Starting a server on this computer…
welcome-server-title = Use a server
welcome-server-text = The address of the server where you and the people you call have an account.
welcome-server-address = Server’s address
welcome-server-hint = example.org or example.org:7000
welcome-server-change = Use another server
sign-in-user = User name
sign-in-password = Password
sign-in-password-again = Password again
sign-in-button = Sign in
sign-in-working = Signing in…
register-button = Register
register-working = Registering…
register-instead = I have no account yet
sign-in-instead = I have an account
sign-out = Sign out
signed-in-as = Signed in as { $user }

## The connection to the server

connection-none = No server chosen
connection-connecting = Connecting to { $server }…
connection-connected = Connected to { $server }
connection-lost = The connection to { $server } is lost. It is being restored.
connection-retry = The connection to { $server } is lost. Next try in { $seconds ->
        [one] one second
       *[other] { $seconds } seconds
    }.
connection-local = Server on this computer

## Certificates of servers

certificate-fingerprint = SHA-256 fingerprint: { $fingerprint }
certificate-changed-title = The server’s certificate has changed
certificate-changed-text = { $server } shows another certificate than before. Either its operator has replaced it, or somebody is between you and the server. Nothing was sent. Ask the operator before you trust the new one.
certificate-before = Before: { $fingerprint }
certificate-now = Now: { $fingerprint }
certificate-trust = Trust the new certificate
certificate-refuse = Do not connect

## Lobby

lobby-title = People
lobby-search = Search people
lobby-search-clear = Clear the search
lobby-empty = Nobody else is here yet.
lobby-none-found = Nobody’s name contains “{ $text }”.
lobby-call = Call
lobby-call-user = Call { $user }
lobby-echo-text = Answers every call and sends your picture back.
user-available = available
user-busy = in a call
user-away = away

## Ringing

ringing-calling = Calling { $user }…
ringing-rings = It rings at { $user }…
ringing-cancel = Cancel the call
incoming-title = { $user } is calling
incoming-guest = { $name } is calling, a guest without an account
incoming-accept = Accept
incoming-reject = Reject

## Missed calls

missed-count = { $count ->
        [one] One missed call
       *[other] { $count } missed calls
    }
missed-call = { $user } called { $time }
missed-seen = Seen
missed-call-back = Call { $user } back

## Camera and other sources

device-title = Camera check
device-picker = Camera
device-none = No camera found
device-none-text = No camera is connected. You can call without one, share your screen or send the test card.
device-preview-start = Start the preview
device-preview-stop = Stop the preview
device-preview = Preview of your own picture
device-preview-waiting = Waiting for the first picture…
source-title = What you send
source-camera = Camera
source-camera-named = Camera: { $camera }
source-screen = Screen
source-window = Window
source-test-card = Test card
source-none = Nothing
source-screen-hint = Everything on the screen is sent, this window too.
source-window-pick = Which window

## Call

call-with = Call with { $user }
call-duration = Duration { $time }
call-connecting = Connecting…
call-waiting-picture = Waiting for the first picture…
call-no-remote-picture = { $user } sends no picture.
call-remote-picture = Picture of { $user }
call-own-show = Show your own picture
call-own-hide = Hide your own picture
call-own-mirror = Mirror your own picture
call-own-move = Move your own picture to another corner
call-camera-on = Turn the camera on
call-camera-off = Turn the camera off
call-camera-is-off = Your camera is off.
call-own-none = You send no picture.
call-source = Choose what you send
call-hang-up = Hang up
call-full-screen = Full screen
call-leave-full-screen = Leave full screen
call-statistics = Statistics
call-log = Log
call-doctor = Call doctor
call-safety = Safety number
call-reconnecting = Reconnecting. The call goes on by itself when the network is back.
call-detached = The connection to the server is lost. The call goes on without it.

## Quality

quality-good = Good
quality-measuring = Measuring…
quality-fair = Fair
quality-poor = Poor
quality-upload-loss = Your upload is losing { $percent } % of packets.
quality-download-loss = Your download is losing { $percent } % of packets.
quality-round-trip = The way there and back takes { $milliseconds } ms.
quality-jitter = Packets arrive { $milliseconds } ms early or late.
quality-low-bit-rate = Only { $kilobits } kbit/s of picture arrive.
quality-camera-slow = Your camera gives only { $rate } pictures a second.

## Safety number

safety-title = Safety number
safety-explanation = Read these to each other. If both of you have the same, nobody is in between, not even the server.
safety-digits = As digits: { $digits }
safety-pending = The safety number is known once the call is encrypted.
safety-confirm = They are the same
safety-confirmed = You have compared the safety number of { $user }.
safety-unconfirmed = You have not compared the safety number of { $user } yet.
safety-first = First call with { $user }: the key is remembered.
safety-changed-title = The key of { $user } has changed
safety-changed-text = { $user } has another key than before. That happens with a new computer or a new installation. It also happens when somebody is in between. Compare the safety number before you say anything private.

## Statistics

statistics-title = Statistics
statistics-copy = Copy as JSON
statistics-none = There is nothing to measure: no call.
statistics-plot-of = Plot: { $name }
statistics-unit-kilobits = kbit/s
statistics-unit-milliseconds = ms
statistics-unit-percent = %
statistics-unit-frames = pictures/s
statistics-unit-count = times

## Log

log-title = Log
log-level = Level
log-level-error = Errors
log-level-warn = Warnings
log-level-info = Information
log-level-debug = Details
log-level-trace = Everything
log-filter = Only from
log-filter-all = All parts
log-search = Search the log
log-none = No lines.
log-copy = Copy these lines

## Report

report-save = Save a report
report-explanation = One archive with the log, the statistics, the call’s recording for the simulator, and versions. It holds no passwords, keys or pictures.

## Call doctor

doctor-title = Call doctor
doctor-tried = What was tried
doctor-stage-server = Server
doctor-stage-source = Camera or other source
doctor-stage-gathering = Own addresses
doctor-stage-checks = Ways to the other side
doctor-stage-handshake = Encryption
doctor-stage-picture = First picture
doctor-stage-done = done
doctor-stage-working = under way
doctor-stage-failed = failed
doctor-stage-not-reached = not reached
doctor-stage-row = { $stage }: { $state }

## Settings

settings-title = Settings
settings-language = Language
settings-language-system = As the system
settings-theme = Theme
settings-theme-system = As the system
settings-theme-light = Light
settings-theme-dark = Dark
settings-scale = Size
settings-mirror = Mirror my own picture
settings-record = Record calls for “save a report”

## Keyboard

shortcuts-title = Keyboard shortcuts
shortcut-help = Show this sheet
shortcut-accept = Accept a call
shortcut-hang-up = Hang up, or cancel
shortcut-camera = Camera on or off
shortcut-full-screen = Full screen
shortcut-own-picture = Show or hide your own picture
shortcut-statistics = Statistics
shortcut-log = Log
shortcut-doctor = Call doctor
shortcut-safety = Safety number
shortcut-settings = Settings
shortcut-search = Search
shortcut-larger = Larger
shortcut-smaller = Smaller
shortcut-quit = Quit

## What goes wrong with files


## What is drawn of a call

plot-bit-rate = Bit rate
plot-round-trip-time = Round trip
plot-jitter = Jitter
plot-loss = Loss
plot-frames = Pictures
plot-jitter-buffer-delay = Waiting in the jitter buffer
plot-picture-loss-indications = Key frames asked for
measure-sent-bit-rate = sent
measure-received-bit-rate = received
measure-path-round-trip-time = by connectivity checks
measure-media-round-trip-time = by the other side’s reports
measure-jitter = here
measure-remote-jitter = at the other side
measure-loss = on the way here
measure-remote-loss = on the way there
measure-frames-encoded = encoded
measure-frames-sent = sent
measure-frames-received = received
measure-frames-decoded = decoded
measure-jitter-buffer-delay = per picture
measure-plis-received = by the other side
measure-plis-sent = by this side

## The statistics of the W3C (getStats) and what they mean

w3c-transport = The encrypted path
w3c-transport-iceState = State of the search for a way to the other side
w3c-transport-iceRole = Whether this side settles on the way (controlling) or follows (controlled)
w3c-transport-dtlsState = State of the handshake of the encryption
w3c-transport-dtlsRole = Whether this side began the handshake (client) or answered (server)
w3c-transport-tlsVersion = Version of DTLS: FEFD is 1.2, FEFC is 1.3
w3c-transport-dtlsCipher = What the handshake encrypts with
w3c-transport-srtpCipher = What the media are encrypted with
w3c-candidate-pair = The pair of addresses in use
w3c-candidate-pair-nominated = Whether the controlling side has settled on it
w3c-candidate-pair-currentRoundTripTime = Time there and back of the last check, in seconds
w3c-candidate-pair-requestsSent = Connectivity checks sent
w3c-candidate-pair-requestsReceived = Connectivity checks received
w3c-candidate-pair-responsesSent = Answers to checks sent
w3c-candidate-pair-responsesReceived = Answers to checks received
w3c-candidate-pair-consentRequestsSent = Checks sent that ask whether the other side still wants to receive
w3c-local-candidate = This side’s address in that pair
w3c-local-candidate-address = The address
w3c-local-candidate-port = The port
w3c-local-candidate-protocol = The transport protocol
w3c-local-candidate-candidateType = host: of this computer; srflx and prflx: as seen from outside; relay: of a relay
w3c-remote-candidate = The other side’s address in that pair
w3c-remote-candidate-address = The address
w3c-remote-candidate-port = The port
w3c-remote-candidate-protocol = The transport protocol
w3c-remote-candidate-candidateType = host: of that computer; srflx and prflx: as seen from outside; relay: of a relay
w3c-outbound-rtp = The video sent
w3c-outbound-rtp-kind = The kind of media
w3c-outbound-rtp-ssrc = The number that marks the stream’s packets
w3c-outbound-rtp-packetsSent = Packets sent, repeated ones included
w3c-outbound-rtp-bytesSent = Bytes of their contents
w3c-outbound-rtp-retransmittedPacketsSent = Packets sent again because they were lost
w3c-outbound-rtp-retransmittedBytesSent = Bytes of their contents
w3c-outbound-rtp-framesEncoded = Pictures encoded
w3c-outbound-rtp-keyFramesEncoded = Key frames among them: pictures that need no other
w3c-outbound-rtp-framesSent = Pictures sent whole
w3c-outbound-rtp-pliCount = How often the other side said that it lost a picture and needs a key frame
w3c-outbound-rtp-firCount = How often the other side demanded a key frame
w3c-outbound-rtp-nackCount = How often the other side named lost packets
w3c-outbound-rtp-frameWidth = Width of the pictures, in samples
w3c-outbound-rtp-frameHeight = Height of the pictures, in samples
w3c-remote-inbound-rtp = What the other side says of the video sent
w3c-remote-inbound-rtp-packetsLost = Packets that it lost in all
w3c-remote-inbound-rtp-fractionLost = The part lost between its last two reports: 0 to 1
w3c-remote-inbound-rtp-jitter = How unevenly packets arrive there, in seconds
w3c-remote-inbound-rtp-roundTripTime = Time there and back of its last report, in seconds
w3c-inbound-rtp = The video received
w3c-inbound-rtp-kind = The kind of media
w3c-inbound-rtp-ssrc = The number that marks the stream’s packets
w3c-inbound-rtp-packetsReceived = Packets received, repeated ones included
w3c-inbound-rtp-bytesReceived = Bytes of their contents
w3c-inbound-rtp-retransmittedPacketsReceived = Packets that came repeated
w3c-inbound-rtp-retransmittedBytesReceived = Bytes of their contents
w3c-inbound-rtp-packetsLost = Packets lost in all
w3c-inbound-rtp-jitter = How unevenly packets arrive here, in seconds
w3c-inbound-rtp-framesReceived = Pictures that arrived whole
w3c-inbound-rtp-framesDecoded = Pictures decoded
w3c-inbound-rtp-keyFramesDecoded = Key frames among them: pictures that need no other
w3c-inbound-rtp-pliCount = How often this side said that it lost a picture and needs a key frame
w3c-inbound-rtp-firCount = How often this side demanded a key frame
w3c-inbound-rtp-nackCount = How often this side named lost packets
w3c-inbound-rtp-frameWidth = Width of the last picture, in samples
w3c-inbound-rtp-frameHeight = Height of the last picture, in samples
w3c-inbound-rtp-freezeCount = How often the picture stood still
w3c-inbound-rtp-totalFreezesDuration = For how long in all, in seconds
w3c-inbound-rtp-jitterBufferDelay = Time that pictures waited for all their packets, in sum, in seconds
w3c-inbound-rtp-jitterBufferEmittedCount = Pictures that came out of that wait

## What the user is told in passing

notice-first-certificate = First connection to { $server }. Its certificate is kept, and no other is taken from now on. SHA-256: { $fingerprint }
notice-server-back = The connection to the server is back.
notice-no-server = There is no connection to the server, so nobody can be called now.
notice-client-ended = The network part of the program has ended. Start the program anew.
notice-taken-over = You have signed in elsewhere, so this window was signed out.
notice-server-stopping = The server is being stopped.
notice-session-over = Your session is over. Sign in again.
notice-server-fault = The server does not follow the protocol. The log has the details.
notice-local-server = { $reason }
notice-refused = { $reason }
notice-rejected = { $user } has declined the call.
notice-not-accepted = The call with { $user } was not accepted. { $reason }
notice-missed-call = You missed a call from { $user }.
notice-call-over = The call with { $user } is over after { $time }. { $reason }
notice-call-detached = The connection to the server is lost. The call goes on without it.
notice-call-rejoined = The server knows of the call again.
notice-video-ended = { $user } has ended the video.
notice-source-lost = { $reason } The call goes on without your picture.
notice-source-back = Your picture is sent again.
notice-peer-key-changed = The key of { $user } has changed. Compare the safety number.
notice-recording-fault = The recording of the call has ended early. The call goes on.
notice-copied = { $copied ->
        [invitation] The link of the invitation is on the clipboard.
        [statistics] The statistics are on the clipboard.
        [safety-number] The safety number is on the clipboard.
       *[log] The lines of the log are on the clipboard.
    }
notice-password-changed = Your password is changed.
notice-account-deleted = Your account is deleted.
notice-invitation-made = The invitation is good for { $time }.
notice-report-saved = The report is in { $path }.
notice-report-not-saved = The report could not be written.
notice-report-not-saved-at = The report could not be written to { $path }.
notice-not-kept = { $kept ->
        [settings] The settings cannot be kept in their file. They are lost when the window closes.
        [session] The session cannot be kept in its file. You will have to sign in again next time.
        [certificates] The certificates of servers cannot be kept in their file. The next start will not know them.
        [peers] The keys of people cannot be kept in their file. The next start will not know them.
       *[own-certificate] The certificate of this installation cannot be kept in its file. The next start will have another, and a change is shown to the people you call.
    }
notice-not-read = { $path } cannot be read, so nothing of it is known. The log has the reason.
notice-settings-set-aside = The settings could not be read and were set aside as { $path }. Everything is as at first.
notice-settings-wrong = Some settings have values that cannot be and are as at first: { $names }.
notice-identity-open = The key by which people know this installation could be read by others, in { $path }. Now only you can read it. If others use this computer, delete the file: the next start makes another, and a change is shown to the people you call.
notice-session-open = The saved session in { $path } could be read by others, so it is not used. Sign in again.

## What stands in the way

problem-server-missing = Name a server.
problem-server-unreadable = Write the address as “host” or “host:port”.
problem-certificate-changed = The server has another certificate than before.
problem-user-missing = Write your user name.
problem-user-invalid = User names have letters, digits, “-”, “_” and “.”, and no spaces.
problem-password-missing = Write your password.
problem-password-too-short = The password needs at least { $least ->
        [one] one character
       *[other] { $least } characters
    }.
problem-password-too-long = The password is too long.
problem-passwords-differ = The two passwords are not the same.
problem-invitation-unreadable = This is neither the link nor the code of an invitation.
problem-guest-name-missing = Write the name you want to go by.
problem-guest-name-too-long = The name is too long.
problem-session-over = The session is over. Write your password again.

loss-name-unknown = The server’s name is not known. Check how it is written, and whether this computer has a network.
loss-refused = No server listens at this address. Check address and port, and whether the server runs.
loss-silent = The server does not answer. It may be down, or a firewall is in between.
loss-no-network = No network leads to the server. Check this computer’s network.
loss-closed-by-server = The server has closed the connection.
loss-not-tls = What listens at this address does not speak TLS. Check the port.
loss-tls-failed = An encrypted connection to the server could not be agreed on.
loss-broken = The connection to the server has failed. The log has the details.

local-storage = The server on this computer cannot keep its accounts: no folder can be written to.
local-network = The server on this computer cannot listen.
local-echo = The contact that answers could not be started.
local-ended = The server on this computer has ended. Try again.

source-not-built = This build has no cameras. Share your screen or send the test card.
source-no-camera = There is no camera. Connect one, or choose something else to send.
source-camera-away = The chosen camera is not connected. Choose another.
source-no-format = The camera has no picture format that can be read. Choose another.
source-cannot-open = The camera cannot be opened. Another program may be using it.
source-camera-lost = The camera has failed or was disconnected.
source-camera-silent = The camera gives no pictures. Disconnect it and connect it again.
source-no-screen = The screen cannot be shared: there is no X11 display.
source-wayland = Under Wayland the screen cannot be shared. A session under X11 can.
source-window-gone = The shared window is closed.
source-encoder = The pictures cannot be encoded.
source-other = The pictures have ended. The log has the details.

ending-here = You hung up.
ending-there = The other side hung up.
ending-cancelled = The caller gave up.
ending-no-answer = Nobody answered.
ending-logged-out = The other side has signed out.
ending-connection-lost = The other side has lost its connection to the server.
ending-gone = The other side no longer answers.
ending-no-way = No way to the other side was found. The call doctor says what was tried.
ending-wrong-fingerprint = The other side’s certificate is not the one that was announced. Somebody may be in between, so nothing was sent.
ending-handshake = The encryption could not be agreed on.
ending-nothing-in-common = The two sides have no video format in common.
ending-description = The other side’s offer or answer cannot be used.

refused-malformed = The server could not read what was sent. The two versions may not fit together.
refused-unknown-type = The server does not know this request. It may be older than this program.
refused-not-a-request = The server does not take this request.
refused-not-logged-in = Sign in first.
refused-already-logged-in = You are signed in already.
refused-logged-in-elsewhere = You are signed in on another connection.
refused-wrong-credentials = The user name or the password is wrong.
refused-user-name-taken = This user name is taken. Choose another.
refused-user-name-invalid = User names have letters, digits, “-”, “_” and “.”, and no spaces.
refused-password-invalid = The password is too short or too long.
refused-unknown-user = There is no such user.
refused-user-offline = This person is not signed in.
refused-user-busy = This person is in another call.
refused-self-call = You cannot call yourself.
refused-in-call = You are in a call already.
refused-no-call = This call is no longer there.
refused-too-long = What the call needs is too long for the server.
refused-user-not-reading = The other side is not keeping up. Try again.
refused-request-pending = The request before this one is still being worked on.
refused-too-many-attempts = Too many attempts. The server has closed the connection.
refused-login-timeout = Signing in took too long. Try again.
refused-overloaded = The server has too much to do. Try again in a moment.
refused-storage-failed = The server cannot read or write its accounts. Tell its operator.
refused-hello-expected = The server expected another greeting. The two versions may not fit together.
refused-unsupported-version = This program and the server have no version in common. Update one of them.
refused-taken-over = You have signed in elsewhere.
refused-try-later = Too many wrong passwords. Wait a little and try again.
refused-unknown-session = The session is over. Sign in again.
refused-session-revoked = The session was revoked. Sign in again.
refused-unknown-invitation = This invitation is not known or is over. Ask for another.
refused-guest-name-invalid = This name cannot be taken. Choose another.
refused-not-for-guests = Guests cannot do this.
refused-too-many-guests = The person who invited you has as many guests as one may have.
refused-server-stopping = The server is being stopped.
refused-tls-required = The server wants an encrypted connection.

## What the call doctor finds

doctor-healthy = Everything that was tried has worked.
doctor-server = The server cannot be reached. { $reason }
doctor-certificate-changed = The server has another certificate than before. Ask its operator before you trust the new one.
doctor-no-pictures = You send no picture. { $reason }
doctor-no-local-candidate = This computer has no network address to offer. Connect it to a network.
doctor-no-remote-candidate = The other side offered no address to try. Its network may be down: ask the person to check it.
doctor-no-pair-answered = No pair of addresses answered. A firewall may block UDP, or the two networks do not reach each other. Try another network, such as a phone’s.
doctor-only-their-checks = The other side’s checks arrive here, but ours are not answered. What this computer sends by UDP is blocked: check its firewall.
doctor-fingerprint-mismatch = The other side’s certificate is not the one that was announced. Somebody may be in between, so nothing was sent. Do not trust this server until you know why.
doctor-handshake-failed = The encryption could not be agreed on. Try again, and update both programs if it stays so.
doctor-nothing-in-common = The two sides have no video format in common: this one has H.264 alone.
doctor-description-refused = The other side’s offer or answer cannot be used. Update both programs.
doctor-peer-silent = It was connected, and the other side has gone silent. Its network or its program may be gone: call again.
doctor-no-picture = It is connected, and no picture has come. The other side may send none: ask the person to turn the camera on.
doctor-stage-skipped = not wanted
doctor-candidates-local = Addresses of this side
doctor-candidates-remote = Addresses of the other side
doctor-checks = { $sent ->
        [one] One check was sent
       *[other] { $sent } checks were sent
    }, { $answered } answered; { $received } came from the other side.

## Quality in words

quality-no-way = The way to the other side is lost.
quality-freezes-count = The picture stood still { $count ->
        [one] once
       *[other] { $count } times
    } in the last seconds.
quality-few-frames = Only { $rate ->
        [one] one picture arrives
       *[other] { $rate } pictures arrive
    } a second.
quality-decoder = This computer is too slow: { $frames ->
        [one] one picture
       *[other] { $frames } pictures
    } a second cannot be decoded in time.

## The other side’s key in words

peer-key-unknown = The key of { $user } is not known yet.
peer-key-fleeting = { $user } is a guest, whose key is not remembered.
peer-key-changed-confirmed = { $user } has another key than the one you compared. That happens with a new computer or a new installation. It also happens when somebody is in between. Compare the safety number again before you say anything private.

## Shortcuts and choices

shortcut-back = Close the panel, leave full screen, or cancel
shortcut-share = Share the screen, or stop that
shortcut-move-own-picture = Move your own picture to the next corner
shortcut-devices = Camera check
shortcut-zoom-reset = Normal size
shortcut-report = Save a report
key-control = Ctrl
key-shift = Shift
key-escape = Esc
key-enter = Enter
corner-top-left = Top left
corner-top-right = Top right
corner-bottom-left = Bottom left
corner-bottom-right = Bottom right
panel-account = Account
panel-share = Share

## The pictures of the safety number

emoji-dog = dog
emoji-cat = cat
emoji-mouse = mouse
emoji-rabbit = rabbit
emoji-bear = bear
emoji-panda = panda
emoji-tiger = tiger
emoji-cow = cow
emoji-pig = pig
emoji-frog = frog
emoji-monkey = monkey
emoji-hen = hen
emoji-penguin = penguin
emoji-horse = horse
emoji-bee = bee
emoji-snail = snail
emoji-turtle = turtle
emoji-octopus = octopus
emoji-fish = fish
emoji-whale = whale
emoji-elephant = elephant
emoji-moon = moon
emoji-star = star
emoji-rainbow = rainbow
emoji-snowman = snowman
emoji-fire = fire
emoji-umbrella = umbrella
emoji-fir = fir
emoji-palm = palm
emoji-cactus = cactus
emoji-tulip = tulip
emoji-sunflower = sunflower
emoji-mushroom = mushroom
emoji-apple = apple
emoji-banana = banana
emoji-grapes = grapes
emoji-strawberry = strawberry
emoji-cherries = cherries
emoji-tomato = tomato
emoji-maize = maize
emoji-bread = bread
emoji-pizza = pizza
emoji-cake = cake
emoji-key = key
emoji-bell = bell
emoji-book = book
emoji-hammer = hammer
emoji-lamp = lamp
emoji-alarm-clock = alarm clock
emoji-camera = camera
emoji-car = car
emoji-bicycle = bicycle
emoji-locomotive = locomotive
emoji-rocket = rocket
emoji-sailing-boat = sailing boat
emoji-anchor = anchor
emoji-guitar = guitar
emoji-trumpet = trumpet
emoji-ball = ball
emoji-crown = crown
emoji-hat = hat
emoji-spectacles = spectacles
emoji-ghost = ghost
emoji-balloon = balloon

## What the views add

guest-open = Enter by an invitation
guest-button = Enter as a guest
guest-invitation = Invitation
guest-invitation-hint = Link or code
guest-name = Name to go by
lobby-empty-advice = Ask somebody to register at the same server, or invite a guest: your name above, then “Invite a guest”.
lobby-none-found-advice = Clear the search to see everybody.
connection-lost-short = No connection to { $server }
quality-reconnecting = Reconnecting
call-ending = Ending…
safety-compare = Compare the safety number
safety-no-call = There is no call. The safety number is there while one stands.
ringing-source = What you send: { $source }
device-size = { $width } × { $height }
device-formats = The camera can give:
device-format = { $width } × { $height }, { $rate } a second
source-stop-sharing = Stop sharing
source-share-screen = Share the whole screen
source-list-windows = Look for windows
invitation-title = Invite a guest
invitation-text = A guest needs no account: whoever has the link can call you until the invitation is over.
invitation-make = Make an invitation
invitation-copy = Copy the link
invitation-revoke = Revoke it
account-password-title = Change the password
account-password-now = Password now
account-password-new = New password
account-password-again = New password again
account-password-change = Change the password
account-delete-title = Delete the account
account-delete-text = The account and its missed calls are gone for good.
account-delete = Delete the account…
account-delete-really = Delete for good
doctor-none = No call was tried yet.
doctor-none-advice = Call somebody: what is tried and what comes of it stands here.
statistics-none-advice = Numbers and plots are here once a call stands.
log-none-advice = Choose another level, or clear the search.
settings-keep-login = Stay signed in on this computer
settings-begin-camera = Begin calls with the camera on
settings-own-picture = Show my own picture in calls
ago-now = just now
ago-minutes = { $count ->
        [one] a minute ago
       *[other] { $count } minutes ago
    }
ago-hours = { $count ->
        [one] an hour ago
       *[other] { $count } hours ago
    }
ago-days = { $count ->
        [one] a day ago
       *[other] { $count } days ago
    }
