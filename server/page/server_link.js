// The connection to the signalling server: made, greeted, kept alive, and made again when it is lost.
import { read, write } from './message.js';

const VERSION = 3;
const CODE_OF_VERSION = 'unsupported-version';
// Seconds after a ping in which something has to come.
const PATIENCE = 10;
// Seconds before the connection is tried again: the first time, and at most.
const FIRST_DELAY = 1;
const LAST_DELAY = 30;

// Tells `greeted`, `message`, `lost` with the seconds until the next try, `resting`, and `ended` with a
// sentence when there will be no other try.
export class ServerLink extends EventTarget {
  #url;
  #socket = null;
  #isGreeted = false;
  #hasEnded = false;
  #heartbeat = 20;
  #tries = 0;
  #lifeTimer = 0;
  #retryTimer = 0;

  constructor(url) {
    super();
    this.#url = url;
    addEventListener('online', () => this.#retryTimer && this.open());
  }

  open() {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = 0;
    this.#hasEnded = false;
    this.#drop();
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    const isCurrent = (act) => (event) => socket === this.#socket && act(event);
    socket.addEventListener('open', isCurrent(() => this.#greet()));
    socket.addEventListener('message', isCurrent((event) => this.#take(event.data)));
    socket.addEventListener('close', isCurrent(() => this.#lose()));
    this.#watch(PATIENCE, () => this.#lose());
  }

  get isGreeted() {
    return this.#isGreeted;
  }

  // Sends a message; says whether there is a connection to send it on.
  send(type, fields) {
    if (!this.#isGreeted) return false;
    this.#socket.send(write(type, fields));
    return true;
  }

  // Closes the connection for good.
  end(sentence) {
    this.#hasEnded = true;
    this.#drop();
    this.#tell('ended', sentence);
  }

  // Closes the connection until it is wanted again: nobody is logged in, and a server keeps no places
  // for those who only look at it.
  rest() {
    this.#hasEnded = true;
    this.#drop();
    this.#tell('resting');
  }

  // Connects now, unless it is connecting or connected.
  wake() {
    if (!this.#socket) this.open();
  }

  // Gives the connection up and makes another.
  retry() {
    this.#lose();
  }

  #greet() {
    this.#socket.send(write('HELLO', { version: VERSION, program: 'page' }));
  }

  #take(text) {
    let message;
    try {
      if (typeof text !== 'string') throw new Error('not text');
      message = read(text);
    } catch {
      return;
    }
    this.#live();
    if (message.type === 'PING') {
      this.#socket.send(write('PONG'));
    } else if (message.type === 'WELCOME') {
      this.#welcome(message.values);
    } else if (message.type === 'ERROR' && message.values.code === CODE_OF_VERSION) {
      this.end('This page and the server do not speak the same version. Load the page again.');
    } else if (message.type !== 'PONG') {
      this.#tell('message', message);
    }
  }

  #welcome({ heartbeat }) {
    const seconds = Number(heartbeat);
    if (seconds > 0) this.#heartbeat = seconds;
    this.#isGreeted = true;
    this.#tries = 0;
    this.#live();
    this.#tell('greeted');
  }

  // Something came: after a silence the server is asked for a sign of life, and given up without one.
  #live() {
    this.#watch(this.#heartbeat, () => {
      if (this.#isGreeted) this.#socket.send(write('PING'));
      this.#watch(PATIENCE, () => this.#lose());
    });
  }

  #watch(seconds, act) {
    clearTimeout(this.#lifeTimer);
    this.#lifeTimer = setTimeout(act, seconds * 1000);
  }

  #lose() {
    this.#drop();
    if (this.#hasEnded || this.#retryTimer) return;
    const most = Math.min(FIRST_DELAY * 2 ** this.#tries, LAST_DELAY);
    this.#tries += 1;
    // Clients that have lost a server at once are not to come back to it at once.
    const seconds = most * (0.5 + Math.random() / 2);
    this.#retryTimer = setTimeout(() => this.open(), seconds * 1000);
    this.#tell('lost', Math.ceil(seconds));
  }

  #drop() {
    clearTimeout(this.#lifeTimer);
    this.#isGreeted = false;
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
