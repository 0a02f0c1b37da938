// The page of Room RTC: log in or enter by an invitation, see who is there, call and be called.
//
// An invitation is in the address's fragment, which no server ever sees: `#invitation=CODE`.
import { Camera } from './camera.js';
import { Lobby } from './lobby.js';
import { MediaCall } from './media_call.js';
import { ServerLink } from './server_link.js';
import { SessionStore } from './session_store.js';
import { View } from './view.js';

const isSecure = location.protocol === 'https:';
const link = new ServerLink(`${isSecure ? 'wss' : 'ws'}://${location.host}/signaling`);
const store = new SessionStore();
const lobby = new Lobby(link, store);
const camera = new Camera();
// The server answers STUN on the port of this page.
const iceServers = [{ urls: `stun:${location.hostname}:${location.port || (isSecure ? 443 : 80)}` }];
// Seconds in which the server should say that a call is over whose other side has left.
const FAREWELL = 3;

const readInvitation = () => new URLSearchParams(location.hash.slice(1)).get('invitation');

let invitation = readInvitation();
let media = null;
let mediaState = '';
let links = [];

// ---- What the person does.

const view = new View({
  'account-form': logIn,
  register() {
    if (view.isFilledIn('account-form')) lobby.register(...view.credentials);
  },
  'guest-form': () => lobby.enter(invitation, view.guestName),
  'password-form': changePassword,
  'deletion-form': () => lobby.deleteAccount(view.deletionPassword),
  'use-account': useAccount,
  'log-out': () => lobby.logOut(),
  accept() {
    openCamera();
    lobby.accept();
  },
  decline: () => lobby.decline(),
  camera: () => (camera.isWanted ? closeCamera() : openCamera()),
  'hang-up': hangUp,
  'forget-missed': () => lobby.forgetMissed(),
  invite: () => lobby.makeInvitation(),
  call(user) {
    openCamera();
    lobby.invite(user);
  },
});

function logIn() {
  lobby.logIn(...view.credentials);
}

function changePassword() {
  const [now, wanted, again] = view.passwords;
  if (wanted === again) lobby.changePassword(now, wanted);
  else view.passwordsDiffer();
}

function useAccount() {
  invitation = null;
  history.replaceState(null, '', location.pathname);
  show();
  view.enterWith(false);
}

function hangUp() {
  lobby.endCall();
  endMedia();
  show();
}

// ---- The camera and the pictures.

async function openCamera() {
  camera.isWanted = true;
  view.camera(true);
  try {
    await camera.open();
  } catch (error) {
    closeCamera();
    view.notice(error.message);
  }
  // Meanwhile the call may be over.
  if (lobby.call) await showCamera();
  else camera.close();
}

async function closeCamera() {
  camera.close();
  await showCamera();
}

async function showCamera() {
  view.camera(camera.isWanted);
  view.picture('local', camera.track);
  await media?.show(camera.track);
}

function beginMedia(isCaller) {
  endConnection();
  mediaState = 'connecting';
  media = new MediaCall({ isCaller, iceServers });
  media.addEventListener('description', ({ detail }) => lobby.sendDescription(detail));
  media.addEventListener('candidate', ({ detail }) => lobby.sendCandidate(detail));
  media.addEventListener('picture', ({ detail }) => view.picture('remote', detail));
  media.addEventListener('state', ({ detail }) => {
    mediaState = detail;
    show();
  });
  media.addEventListener('left', left);
  media.addEventListener('over', ({ detail }) => {
    hangUp();
    view.notice(detail);
  });
  showCamera();
}

// The server says why, unless it knows nothing of the call.
function left() {
  const of = media;
  const seconds = lobby.call?.stage === 'detached' ? 0 : FAREWELL;
  setTimeout(() => {
    if (media !== of || !lobby.call) return;
    const { name } = lobby.call;
    hangUp();
    view.notice(`${name} has ended the call.`);
  }, seconds * 1000);
}

function endConnection() {
  media?.close();
  media = null;
  mediaState = '';
}

function endMedia() {
  endConnection();
  camera.close();
  view.endCall();
}

// ---- What is shown.

function parts() {
  const { call, me } = lobby;
  if (call?.stage === 'ringing' && !call.isCaller && !call.crossed) return ['incoming', 'lobby'];
  if (call) return me ? ['call', 'lobby'] : ['call'];
  if (me) return ['lobby'];
  // Who has a session is about to be let in.
  if (store.read().token) return [];
  return [invitation ? 'entrance' : 'sign-in'];
}

function show() {
  const { call, me, people, missed } = lobby;
  view.show(parts());
  view.identity(me, lobby.isGuest);
  view.people(people, !call);
  view.missed(missed);
  view.links(links, revoke);
  if (call) view.call(call, mediaState || call.stage, call.stage === 'detached');
}

function revoke(code) {
  lobby.revokeInvitation(code);
  links = links.filter((link) => link.code !== code);
  show();
}

// ---- What happens.

link.addEventListener('greeted', () => view.connection('Connected to the server.'));
link.addEventListener('lost', ({ detail }) => {
  view.connection(`The server cannot be reached. It is tried again in ${detail} s.`);
});
link.addEventListener('resting', () => view.connection('Not connected to the server: nobody is logged in.'));
lobby.addEventListener('changed', () => {
  if (lobby.me) view.forgetPassword();
  show();
});
lobby.addEventListener('closed', ({ detail }) => {
  view.connection('Not connected to the server.');
  view.notice(detail);
});
lobby.addEventListener('notice', ({ detail }) => view.notice(detail));
lobby.addEventListener('done', ({ detail }) => {
  view.closeAccount();
  view.success(detail);
});
lobby.addEventListener('invited', () => {
  view.notice('');
  show();
  view.incoming(lobby.call.name);
});
lobby.addEventListener('accepted', ({ detail }) => beginMedia(detail));
lobby.addEventListener('relayed', ({ detail }) => media?.take(detail));
lobby.addEventListener('rejoined', () => media?.rejoin());
lobby.addEventListener('ended', ({ detail }) => {
  endMedia();
  view.notice(detail);
});
lobby.addEventListener('invitation', ({ detail }) => {
  const url = new URL(`/#invitation=${encodeURIComponent(detail)}`, location.href);
  links = [{ code: detail, url: url.href }, ...links];
  show();
});
addEventListener('hashchange', () => {
  invitation = readInvitation();
  show();
});

show();
link.open();
