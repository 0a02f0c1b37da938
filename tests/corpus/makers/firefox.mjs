// node firefox.mjs OUR_OFFER.json FOLDER: drives firefox-esr by its own protocol, Marionette.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import { ourOffer, pageScript, save } from './browser_page.mjs';

const PORT = 2899;
const [offer, out] = process.argv.slice(2);
const profile = fs.mkdtempSync(`${os.tmpdir()}/firefox-`);
const preferences = {
  'marionette.port': PORT,
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.gmp-manager.updateEnabled': false,
};
fs.writeFileSync(`${profile}/user.js`, Object.entries(preferences)
  .map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`).join('\n'));
const firefox = spawn('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile',
  profile], { stdio: 'ignore', env: { ...process.env, HOME: profile } });

const connect = () => new Promise((resolve, reject) => {
  const socket = net.connect(PORT, '127.0.0.1', () => resolve(socket));
  socket.on('error', reject);
});
let socket;
while (!socket) {
  socket = await connect().catch(() => new Promise((again) => { setTimeout(again, 300); }));
}
// Both ways a message is its length, a colon, and JSON: [type, id, error or name, value].
let received = Buffer.alloc(0);
const waiting = new Map();
socket.on('data', (data) => {
  received = Buffer.concat([received, data]);
  for (;;) {
    const colon = received.indexOf(':');
    const length = Number(received.subarray(0, Math.max(colon, 0)));
    if (colon < 0 || received.length < colon + 1 + length) return;
    const message = JSON.parse(received.subarray(colon + 1, colon + 1 + length));
    received = received.subarray(colon + 1 + length);
    if (Array.isArray(message)) waiting.get(message[1])(message);
  }
});
let count = 0;
const call = async (name, parameters) => {
  count += 1;
  const text = JSON.stringify([0, count, name, parameters]);
  const answer = new Promise((resolve) => { waiting.set(count, resolve); });
  socket.write(`${Buffer.byteLength(text)}:${text}`);
  const [, , error, value] = await answer;
  if (error) throw new Error(JSON.stringify(error));
  return value;
};
await call('WebDriver:NewSession', { capabilities: { alwaysMatch: { timeouts: { script: 300000 } } } });
await call('WebDriver:Navigate', { url: 'about:blank' });
const script = `const [ourOffer, done] = arguments; ${pageScript('done')}`;
const answer = await call('WebDriver:ExecuteAsyncScript',
  { script, args: [ourOffer(offer)], newSandbox: true, sandbox: null });
save(out, answer.value);
firefox.kill();
process.exit(0);
