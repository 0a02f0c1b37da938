// What outlives a reload of the page, in the tab alone: the token that logs in again, and the call that
// there was.
const KEY = 'roomrtc.session';

export class SessionStore {
  // `{ token, name, isGuest, call, number }`, with whom the call was and its number; empty where nobody is logged in.
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    } catch {
      // Without leave to store anything, a reload is a new login.
      return {};
    }
  }

  change(changes) {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ ...this.read(), ...changes }));
    } catch {
      // As above.
    }
  }

  clear() {
    try {
      sessionStorage.removeItem(KEY);
    } catch {
      // As above.
    }
  }
}
