// What is seen of the page: its elements, and nothing that is decided.

const element = (id) => document.getElementById(id);

const WORDS = { available: 'available', busy: 'in a call', offline: 'offline' };
const CALL_STATES = {
  inviting: 'Calling …',
  ringing: 'It rings …',
  connecting: 'Connecting the pictures …',
  connected: 'Connected',
  interrupted: 'The connection is interrupted …',
};

function button(text, label, act) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.ariaLabel = label;
  made.addEventListener('click', act);
  return made;
}

function line(texts, buttons) {
  const made = document.createElement('li');
  for (const [name, text] of Object.entries(texts)) {
    const part = document.createElement('span');
    part.className = name;
    part.textContent = text;
    made.append(part);
  }
  made.append(...buttons);
  return made;
}

const time = (at) => new Date(at * 1000).toLocaleString();

export class View {
  #acts;
  #people = '';

  // `acts`: what is done at the person's wish, by name.
  constructor(acts) {
    this.#acts = acts;
    for (const name of ['log-out', 'register', 'use-account', 'accept', 'decline', 'camera', 'hang-up']) {
      element(name).addEventListener('click', () => this.#act(name));
    }
    for (const name of ['forget-missed', 'invite']) element(name).addEventListener('click', () => this.#act(name));
    for (const name of ['account-form', 'guest-form', 'password-form', 'deletion-form']) {
      element(name).addEventListener('submit', (event) => {
        event.preventDefault();
        this.#act(name);
      });
    }
    // What was found to differ counts until either is typed anew.
    for (const id of ['new-password', 'new-password-again']) {
      element(id).addEventListener('input', () => element('new-password-again').setCustomValidity(''));
    }
  }

  get credentials() {
    return [element('user').value, element('password').value];
  }

  // The password now, the new one, and the new one again.
  get passwords() {
    return ['old-password', 'new-password', 'new-password-again'].map((id) => element(id).value);
  }

  get deletionPassword() {
    return element('deletion-password').value;
  }

  // Says at its field that the new password was typed in two ways.
  passwordsDiffer() {
    element('new-password-again').setCustomValidity('This is not the same password.');
    element('new-password-again').reportValidity();
  }

  get guestName() {
    return element('guest-name').value.trim();
  }

  // Whether what was typed will do; the browser says what is missing if not.
  isFilledIn(form) {
    return element(form).reportValidity();
  }

  forgetPassword() {
    element('password').value = '';
  }

  // Empties what was typed about the account, and folds it up.
  closeAccount() {
    for (const id of ['password-form', 'deletion-form']) element(id).reset();
    element('account').open = false;
  }

  #act(name) {
    this.notice('');
    this.#acts[name]();
  }

  connection(text) {
    element('connection').textContent = text;
  }

  notice(text) {
    this.#say('notice', text);
    this.#say('success', '');
  }

  success(text) {
    this.#say('success', text);
    this.#say('notice', '');
  }

  #say(id, text) {
    element(id).textContent = text;
    element(id).hidden = !text;
  }

  // Shows the parts that fit: `sign-in`, `entrance`, `incoming`, `call`, `lobby`.
  show(parts) {
    for (const part of ['sign-in', 'entrance', 'incoming', 'call', 'lobby']) {
      element(part).hidden = !parts.includes(part);
    }
  }

  identity(me, isGuest) {
    const guest = isGuest ? ' (a guest)' : '';
    element('identity').title = me?.user ?? '';
    element('identity').textContent = me ? `You are ${me.name}${guest}.` : '';
    element('log-out').hidden = !me;
    for (const id of ['invitations', 'account']) element(id).hidden = isGuest;
  }

  people(people, canCall) {
    const sorted = [...people].sort(([a], [b]) => a.localeCompare(b));
    // A list that is made anew takes the focus from whoever is in it.
    const shown = JSON.stringify([sorted, canCall]);
    if (shown === this.#people) return;
    this.#people = shown;
    element('people').replaceChildren(...sorted.map((one) => this.#person(one, canCall)));
    element('nobody').hidden = sorted.length > 0;
  }

  #person([user, state], canCall) {
    const call = button('Call', `Call ${user}`, () => {
      this.notice('');
      this.#acts.call(user);
    });
    call.disabled = !canCall || state !== 'available';
    return line({ name: user, state: WORDS[state] }, [call]);
  }

  missed(calls) {
    const texts = calls.map(({ user, name, at }) => ({ name: name ? `${name} (a guest)` : user, state: time(at) }));
    element('missed-calls').replaceChildren(...texts.map((text) => line(text, [])));
    element('missed').hidden = calls.length === 0;
  }

  links(links, revoke) {
    const made = links.map(({ code, url }) => line({ name: url }, [
      button('Copy', 'Copy the link', () => navigator.clipboard?.writeText(url)),
      button('Revoke', 'Make the link invalid', () => revoke(code)),
    ]));
    element('links').replaceChildren(...made);
  }

  incoming(name) {
    element('incoming-title').textContent = `${name} calls you`;
    element('accept').focus();
  }

  call({ name }, state, isDetached) {
    element('call-title').textContent = `Call with ${name}`;
    const alone = isDetached ? ' — without the server, which is asked again' : '';
    element('call-state').textContent = `${CALL_STATES[state] ?? ''}${alone}`;
    document.title = state ? `${name} – Room RTC` : 'Room RTC';
  }

  endCall() {
    document.title = 'Room RTC';
    for (const id of ['remote', 'local']) element(id).srcObject = null;
  }

  picture(id, track) {
    element(id).srcObject = track ? new MediaStream([track]) : null;
  }

  camera(isOn) {
    element('camera').textContent = isOn ? 'Turn camera off' : 'Turn camera on';
    element('local').hidden = !isOn;
  }

  enterWith(hasInvitation) {
    element(hasInvitation ? 'guest-name' : 'user').focus();
  }
}
