// What a browser knows of the server: who it is logged in as, who else is there, and its call. No
// socket, no picture and nothing of the page: messages in, messages and events out.
//
// Events: `changed` (anything that is shown), `notice` with a sentence, `invited` (a call comes),
// `accepted` with whether the call was made here, `relayed` with a description or candidate, `rejoined`,
// `ended` with a sentence or none, `invitation` with a code, `done` with a sentence where something was
// done that shows nothing by itself, `closed` with a sentence where the server wants no more of this page.

const SENTENCES = {
  'hung-up': 'has hung up.',
  cancelled: 'has given up.',
  'no-answer': 'does not answer.',
  'logged-out': 'has logged out.',
  'connection-lost': 'has lost the connection.',
};
const RELAYED = ['OFFER', 'ANSWER', 'SDP', 'CANDIDATE'];
const STATES = ['available', 'busy', 'offline'];
// Refusals after which the same may work later.
const PASSING = ['overloaded', 'try-later', 'storage-failed', 'request-pending'];
// Descriptions and candidates that wait for the call to be joined again.
const MOST_WAITING = 256;
const MOST_MISSED = 100;

export class Lobby extends EventTarget {
  me = null;
  isGuest = false;
  people = new Map();
  missed = [];
  // `{ user, number, name, isCaller, stage, crossed }`; the stages: `inviting` while there is no number,
  // `ringing`, `accepted`, and `detached` while the server knows nothing of a call that goes on.
  call = null;
  #link;
  #store;
  #pending = [];
  #waiting = [];
  #wanted = null;

  constructor(link, store) {
    super();
    [this.#link, this.#store] = [link, store];
    link.addEventListener('greeted', () => this.#greeted());
    link.addEventListener('message', ({ detail }) => this.#take(detail));
    link.addEventListener('lost', () => this.#lose());
    link.addEventListener('resting', () => this.#lose());
    link.addEventListener('ended', ({ detail }) => this.#close(detail));
  }

  // ---- What the person does.

  logIn(user, password) {
    this.#arrive('LOGIN', { user, password });
  }

  register(user, password) {
    this.#arrive('REGISTER', { user, password }, { password });
  }

  enter(code, name) {
    this.#arrive('ENTER', { code, name }, { name });
  }

  // Comes in, once there is a connection.
  #arrive(...request) {
    this.#wanted = null;
    if (this.#link.isGreeted) {
      this.#request(...request);
    } else {
      this.#wanted = request;
      this.#link.wake();
    }
  }

  logOut() {
    this.#request('LOGOUT');
  }

  changePassword(password, newPassword) {
    this.#request('CHANGE_PASSWORD', { password, 'new-password': newPassword });
  }

  deleteAccount(password) {
    this.#request('DELETE_ACCOUNT', { password });
  }

  makeInvitation() {
    this.#request('CREATE_INVITATION');
  }

  revokeInvitation(code) {
    this.#request('REVOKE_INVITATION', { code });
  }

  forgetMissed() {
    const number = Math.max(...this.missed.map((call) => call.number));
    if (this.missed.length === 0 || !this.#request('MISSED_CALLS_SEEN', { number })) return;
    this.missed = [];
    this.#changed();
  }

  invite(user) {
    if (this.call || !this.#request('INVITE', { user })) return;
    this.call = { user, name: user, isCaller: true, stage: 'inviting' };
    this.#changed();
  }

  accept() {
    if (this.#isRingingHere()) this.#request('ACCEPT_CALL', this.#named());
  }

  decline() {
    if (this.#isRingingHere() && this.#request('REJECT_CALL', this.#named())) this.#forgetCall();
  }

  // Hangs up, or gives up. A server that cannot be told now is told at the next login. Which call an
  // invitation without an answer has made or met is not known here: the server knows it.
  endCall() {
    if (!this.call) return;
    const { user, number, stage } = this.call;
    const invitation = this.#invitation(user, false);
    const which = invitation ? { user } : this.#named();
    const isTold = this.#link.isGreeted && this.me && this.#request('END_CALL', which);
    if (invitation) invitation.isWithdrawn = true;
    this.#forgetCall();
    if (!isTold && stage === 'detached') this.#store.change({ call: user, number });
  }

  // Whom and which call a message about the call is for.
  #named() {
    return { user: this.call.user, call: this.call.number };
  }

  // The invitation of this user that was not answered yet, and was or was not given up.
  #invitation(user, isWithdrawn) {
    const isIt = (asked) => asked.type === 'INVITE' && asked.user === user && Boolean(asked.isWithdrawn) === isWithdrawn;
    return this.#pending.find(isIt);
  }

  // ---- What the call's connection has to say to the other side.

  sendDescription({ type, sdp }) {
    if (!this.call) return;
    const { isDescribed } = this.call;
    this.call.isDescribed = true;
    if (isDescribed) this.#relay('SDP', { ...this.#named(), kind: type, sdp });
    else this.#relay(type === 'offer' ? 'OFFER' : 'ANSWER', { ...this.#named(), sdp });
  }

  sendCandidate({ candidate, sdpMid, sdpMLineIndex, usernameFragment }) {
    if (!this.call) return;
    const fields = { candidate, mid: sdpMid, index: sdpMLineIndex, ufrag: usernameFragment };
    this.#relay('CANDIDATE', { ...this.#named(), ...fields });
  }

  #relay(type, fields) {
    if (this.call.stage === 'accepted' && this.#link.send(type, fields)) return;
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push([type, fields]);
  }

  // ---- The connection.

  #greeted() {
    const { token } = this.#store.read();
    const wanted = this.#wanted;
    this.#wanted = null;
    if (token) this.#request('RESUME', { token });
    else if (wanted) this.#request(...wanted);
    this.#changed();
  }

  #lose() {
    this.#pending = [];
    this.me = null;
    this.people.clear();
    if (this.call && this.call.stage === 'accepted') this.call.stage = 'detached';
    else if (this.call && this.call.stage !== 'detached') this.#endBy('The connection to the server is lost.');
    this.#changed();
  }

  #close(sentence) {
    this.#lose();
    this.#tell('closed', sentence);
  }

  #request(type, fields = {}, kept = {}) {
    if (!this.#link.send(type, fields)) {
      this.#notice('There is no connection to the server now.');
      return false;
    }
    this.#pending.push({ type, user: fields.user, call: fields.call, ...kept });
    return true;
  }

  // ---- What the server says.

  #take({ type, pairs, values }) {
    if (type === 'OK') this.#done(values);
    else if (type === 'ERROR') this.#refused(values);
    else if (type === 'SESSION') this.#store.change({ token: values.token });
    else if (type === 'USER_LIST') this.#list(values.kind, pairs);
    else if (type === 'INVITATION') this.#made(values.code);
    else if (type === 'MISSED_CALL') this.#miss(values);
    else if (type === 'INCOMING_CALL') this.#incoming(values);
    else this.#takeOfCall(type, values);
  }

  #takeOfCall(type, values) {
    const { call } = this;
    if (!call || values.user !== call.user || values.call !== call.number) return;
    if (type === 'CALL_ENDED') this.#callEnded(values.reason);
    else if (type === 'REJECT_CALL' && call.stage === 'ringing') this.#endBy(`${call.name} has declined the call.`);
    else if (type === 'ACCEPT_CALL' && call.isCaller && call.stage === 'ringing') this.#stand();
    else if (RELAYED.includes(type) && call.stage === 'accepted') this.#tell('relayed', { type, values });
  }

  #answered(request) {
    const at = this.#pending.findIndex(({ type }) => type === request);
    return at < 0 ? null : this.#pending.splice(at, 1)[0];
  }

  #done({ request, user, call }) {
    const asked = this.#answered(request);
    if (!asked) return;
    if (request === 'REGISTER') this.logIn(asked.user, asked.password);
    else if (request === 'LOGIN') this.#loggedIn(asked.user, { name: asked.user, isGuest: false });
    else if (request === 'ENTER') this.#loggedIn(user, { name: asked.name, isGuest: true });
    else if (request === 'RESUME') this.#loggedIn(user, this.#store.read());
    else if (request === 'LOGOUT') this.#loggedOut();
    else if (request === 'CHANGE_PASSWORD') this.#tell('done', 'Your password is changed.');
    else if (request === 'DELETE_ACCOUNT') this.#deleted();
    else if (request === 'INVITE' && !asked.isWithdrawn) this.#rings(call);
    else if (request === 'ACCEPT_CALL') this.#acceptedHere(asked.call);
    else if (request === 'REJOIN_CALL') this.#rejoined(asked.call);
  }

  #loggedIn(user, { name, isGuest }) {
    this.me = { user, name: name ?? user };
    this.isGuest = Boolean(isGuest);
    this.missed = [];
    const { call, number } = this.#store.read();
    this.#store.change({ name: this.me.name, isGuest: this.isGuest });
    if (this.call) this.#request('REJOIN_CALL', this.#named());
    else if (call && number) this.#leave(call, number);
    this.#changed();
  }

  // A call whose connection is gone, with the page that was loaded again or by hanging up meanwhile.
  #leave(user, call) {
    this.#store.change({ call: undefined, number: undefined });
    this.#request('END_CALL', { user, call });
  }

  #loggedOut() {
    this.#store.clear();
    [this.me, this.isGuest] = [null, false];
    this.people.clear();
    this.missed = [];
    if (this.call) this.#endBy('');
    this.#changed();
  }

  #deleted() {
    this.#loggedOut();
    this.#tell('done', 'Your account is deleted.');
  }

  #list(kind, pairs) {
    if (kind === 'full') this.people.clear();
    for (const [key, user] of pairs) {
      if (STATES.includes(key)) this.people.set(user, key);
      else if (key === 'deleted') this.people.delete(user);
    }
    this.#changed();
  }

  #made(code) {
    this.#answered('CREATE_INVITATION');
    if (code) this.#tell('invitation', code);
  }

  #miss({ user, at, number, name }) {
    if (this.missed.some((call) => call.number === Number(number))) return;
    this.missed.push({ user, name, number: Number(number), at: Number(at) });
    this.missed = this.missed.slice(-MOST_MISSED);
    this.#changed();
  }

  #refused({ request, code, text }) {
    const asked = request && this.#answered(request);
    if (request === 'RESUME') return this.#notResumed(code, text);
    if (code === 'taken-over') return this.#giveWay(text);
    if (code === 'login-timeout') return this.#link.rest();
    // The connection is closed for it, and made again.
    if (code === 'server-stopping') return undefined;
    if (code === 'session-revoked') this.#store.clear();
    if (request === 'REJOIN_CALL') return this.#changed();
    // Both ended it at once, and the other was first.
    const isOver = code === 'no-call' && ['END_CALL', 'REJECT_CALL', ...RELAYED].includes(request);
    if (!isOver && !asked?.isWithdrawn) this.#notice(text);
    if (request === 'INVITE') this.#notInvited(asked);
    return undefined;
  }

  // Another device of this user has taken its place: this page does not take it back by itself.
  #giveWay(text) {
    this.#store.clear();
    return this.#link.end(text);
  }

  #notResumed(code, text) {
    if (PASSING.includes(code)) return this.#link.retry();
    this.#store.clear();
    this.#notice(text);
    return this.#changed();
  }

  #notInvited(asked) {
    const { call } = this;
    if (!asked || asked.isWithdrawn || call?.user !== asked.user) return;
    if (call.crossed) {
      call.crossed = false;
      this.#tell('invited');
    } else if (call.stage === 'inviting') {
      this.#forgetCall();
    }
    this.#changed();
  }

  // ---- The call.

  #isRingingHere() {
    const { call } = this;
    const isAsked = this.#pending.some((asked) => asked.type === 'ACCEPT_CALL' && asked.call === call?.number);
    return call && !call.isCaller && call.stage === 'ringing' && !call.crossed && !isAsked;
  }

  // A call that crosses an invitation which was given up is given up with it.
  #incoming({ user, call: number, name }) {
    if (this.call?.stage === 'detached') {
      this.#link.send('REJECT_CALL', { user, call: number });
      return;
    }
    const crossed = this.call?.stage === 'inviting' && this.call.user === user;
    if ((this.call && !crossed) || this.#invitation(user, true)) return;
    const shown = name ? `${name} (a guest)` : user;
    this.call = { user, number, name: shown, isCaller: false, stage: 'ringing', crossed };
    if (!crossed) this.#tell('invited');
    this.#changed();
  }

  // The invitation rings at the other side; or it has met one of the other's, and the call stands.
  #rings(number) {
    const { call } = this;
    if (call?.crossed && call.number === number) return this.#stand();
    if (call?.stage === 'inviting') Object.assign(call, { number, stage: 'ringing' });
    return this.#changed();
  }

  #acceptedHere(number) {
    const { call } = this;
    if (call?.number === number && !call.isCaller && call.stage === 'ringing') this.#stand();
  }

  #stand() {
    this.call.stage = 'accepted';
    this.#waiting = [];
    this.#store.change({ call: this.call.user, number: this.call.number });
    this.#tell('accepted', this.call.isCaller);
    this.#changed();
  }

  #rejoined(number) {
    if (this.call?.number !== number || this.call.stage !== 'detached') return;
    this.call.stage = 'accepted';
    for (const [type, fields] of this.#waiting.splice(0)) this.#link.send(type, fields);
    this.#tell('rejoined');
    this.#changed();
  }

  // Of a lost connection to the server alone a call does not die: its pictures need no server.
  #callEnded(reason) {
    const { call } = this;
    if (reason === 'connection-lost' && ['accepted', 'detached'].includes(call.stage)) {
      call.stage = 'detached';
      this.#changed();
    } else if (call.crossed && call.stage === 'ringing') {
      // The other side has given up, and our own invitation is on its way still.
      this.call = { user: call.user, name: call.name, isCaller: true, stage: 'inviting' };
      this.#changed();
    } else {
      this.#endBy(`${call.name} ${SENTENCES[reason] ?? 'has ended the call.'}`);
    }
  }

  #endBy(sentence) {
    this.#forgetCall();
    this.#tell('ended', sentence);
  }

  #forgetCall() {
    this.call = null;
    this.#waiting = [];
    this.#store.change({ call: undefined, number: undefined });
    this.#changed();
  }

  // ---- Events.

  #changed() {
    this.#tell('changed');
  }

  #notice(sentence) {
    this.#tell('notice', sentence);
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
