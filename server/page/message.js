// Messages of the signalling protocol as text: `TYPE|key=value|key=value`. The grammar is that of
// `core/src/signaling` in the source of Room RTC; on a WebSocket a message has no length before it.

// What may only stand escaped: the three of the grammar, control characters, and Unicode's line and
// paragraph separators.
const SPECIAL = /[|=%\u2028\u2029\p{Cc}]/gu;
const SPECIAL_IN_VALUE = /[|=\u2028\u2029\p{Cc}]/u;
const KEY = /^[a-z-]+$/u;
const TYPE = /^[A-Z_]+$/u;

const escape = (text) => String(text).replace(SPECIAL, encodeURIComponent);

function readField(field) {
  const at = field.indexOf('=');
  const [key, raw] = [field.slice(0, at), field.slice(at + 1)];
  if (at < 0 || !KEY.test(key) || SPECIAL_IN_VALUE.test(raw)) throw new Error('not a field');
  return [key, decodeURIComponent(raw)];
}

// The text of a message. Fields that are undefined are left out; one that is an array stands there
// once for each of its values.
export function write(type, fields = {}) {
  const pairs = Object.entries(fields).flatMap(([key, value]) => [value].flat().map((one) => [key, one]));
  const known = pairs.filter(([, value]) => value !== undefined && value !== null);
  return [type, ...known.map(([key, value]) => `${key}=${escape(value)}`)].join('|');
}

// A message from its text: its type, its fields as pairs in order, and by name the first value of
// each. An error where the text does not follow the grammar.
export function read(text) {
  const [type, ...fields] = text.split('|');
  if (!TYPE.test(type)) throw new Error('not a type');
  const pairs = fields.map(readField);
  const values = Object.create(null);
  for (const [key, value] of pairs) values[key] ??= value;
  return { type, pairs, values };
}
