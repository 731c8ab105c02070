// The canonical form (CANON) and the digests of it (DIG).
import { createHash } from 'node:crypto';

const IN_TEXT = { '&': '&amp;', '<': '&lt;', '\r': '&#13;', ']]>': ']]&gt;' };
const IN_ATTRIBUTE = { '&': '&amp;', '<': '&lt;', '\r': '&#13;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };
const text = (value) => value.replace(/[&<\r]|\]\]>/g, (found) => IN_TEXT[found]);
const attribute = (name, value) => ` ${name}="${value.replace(/[&<\r"\t\n]/g, (found) => IN_ATTRIBUTE[found])}"`;

function group({ name, parts }) {
  if (parts.length === 0) return `<${name}/>\n`;
  return `<${name}>\n${parts.map((part) => (part.parts ? group(part) : `<${part.name}>${text(part.text)}</${part.name}>\n`)).join('')}</${name}>\n`;
}

function payloadTag({ theme, dataset }) {
  const names = ['action', ...theme.dataset.map((field) => field.name)].filter((name) => dataset.has(name));
  return `<${theme.id}${names.map((name) => attribute(name, dataset.get(name).value)).join('')}`;
}

function start(message) {
  const root = `<Message xmlns="urn:midex:1"${attribute('version', message.version)}${attribute('id', message.id)}>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}${group(message.header)}`;
}

/** What stands before the first row, as in the metadata of an Avro container. */
export const head = (message) => `${start(message)}${payloadTag(message)}>\n`;

function rowLine(theme, row) {
  let line = '<Obs';
  for (const field of theme.fields) {
    const value = row.values[field.index];
    if (value !== undefined) line += attribute(field.name, value);
  }
  return `${line}/>\n`;
}

function* pieces(message) {
  if (message.receipt) yield `${start(message)}${group(message.receipt)}`;
  else if (message.rows.length === 0) yield `${start(message)}${payloadTag(message)}/>\n`;
  else {
    yield head(message);
    for (const row of message.rows) yield rowLine(message.theme, row);
    yield `</${message.theme.id}>\n`;
  }
  yield '</Message>\n';
}

export const canonical = (message) => Buffer.concat([...pieces(message)].map((piece) => Buffer.from(piece)));

export function digests(message) {
  const whole = createHash('sha256');
  for (const piece of pieces(message)) whole.update(piece);
  const lines = message.rows.map((row) => Buffer.from(rowLine(message.theme, row)));
  const data = createHash('sha256');
  for (const line of lines.sort(Buffer.compare)) data.update(line);
  return { message: whole.digest('hex'), data: data.digest('hex') };
}
