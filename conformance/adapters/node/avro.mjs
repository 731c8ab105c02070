// Reads Avro containers (AVRO, LIM-2, LIM-3). The bytes are read here and not by avsc, which does not refuse all that
// the standard refuses: negative lengths, numbers of more than 64 bits, texts that are not UTF-8, metadata without limits.
import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import { Stop } from './findings.mjs';
import { decode } from './input.mjs';
import { parseJson } from './json.mjs';
import { HeadEnd, MessageBuilder, Row } from './structure.mjs';
import { readXml } from './xml.mjs';

const MAX_ENTRIES = 64;
const MAX_KEY = 256;
const MAX_METADATA = { 'avro.schema': 1_048_576, 'midex.header': 4_194_304, 'avro.codec': 256 };
const MAX_OTHER = 65_536;
const MAX_BLOCK = 67_108_864;
const FREE = 1_048_576;
const RATIO = 300;
const MAX_FIELDS = 128;
const MAX_TEXT = 32_768;
const MAX_DECIMAL = 16;
const PRIMITIVES = ['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string'];
const NOT_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const damaged = (reason) => new Stop('MDX-S15', reason);
const limit = (reason) => new Stop('MDX-S04', reason);

/** Says that the reader cannot read it: no verdict (AVRO-3). */
export class Unreadable extends Error {}

/** Bytes with a place in them. */
class Source {
  constructor(bytes, fault = damaged('it ends too early')) {
    this.bytes = bytes;
    this.at = 0;
    this.fault = fault;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  take(count) {
    if (this.at + count > this.bytes.length) throw this.fault;
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  long() {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (this.done) throw this.fault;
      const byte = this.bytes[this.at++];
      if (shift === 63n && byte > 1) throw damaged('a number of more than 64 bits');
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (value >> 1n) ^ -(value & 1n);
    }
  }

  /** A length or count. */
  size() {
    const value = this.long();
    if (value < 0n) throw damaged('a negative length or count');
    return Number(value);
  }

  sized(most, what) {
    const size = this.size();
    if (size > most) throw limit(what);
    return this.take(size);
  }
}

export function readContainer(content, cut, message) {
  const source = new Source(content, cut);
  source.take(4);
  const metadata = readMetadata(source);
  const sync = source.take(16);
  const head = metadata.get('midex.header');
  if (head === undefined) throw new Stop('MDX-S05', 'no midex.header');
  readHead(head, message);
  for (const key of metadata.keys()) if (key.startsWith('midex.') && key !== 'midex.header') message.unknown('MDX-S08', key);
  const codec = metadata.get('avro.codec')?.toString('latin1') ?? 'null';
  if (!['null', 'deflate', 'zstandard'].includes(codec)) throw new Stop('MDX-S05', 'codec');
  if (!metadata.has('avro.schema')) throw damaged('no schema');
  const columns = readSchema(metadata.get('avro.schema'), message);
  if (codec === 'zstandard') throw new Unreadable('zstandard');
  while (!source.done) readBlock(source, sync, codec, columns, message);
  if (cut) throw cut;
}

function readMetadata(source) {
  const metadata = new Map();
  for (let entries = 0; ; ) {
    let count = source.long();
    if (count === 0n) return metadata;
    if (count < 0n) {
      count = -count;
      source.size();
    }
    if (BigInt(entries) + count > BigInt(MAX_ENTRIES)) throw limit('metadata entries');
    for (; count > 0n; count--, entries++) {
      const key = source.sized(MAX_KEY, 'a metadata key').toString('utf8');
      if (metadata.has(key)) throw damaged('a metadata key twice');
      metadata.set(key, source.sized(MAX_METADATA[key] ?? MAX_OTHER, `metadata ${key}`));
    }
  }
}

function readHead(head, message) {
  const { text, fault } = decode(head);
  try {
    readXml(text, fault, new MessageBuilder(message, true));
  } catch (end) {
    if (!(end instanceof HeadEnd)) throw end;
  }
}

/** The columns of the rows. Each says how it is read and, if it fills one, which field. */
function readSchema(bytes, message) {
  const { text, fault } = decode(bytes);
  if (fault) throw damaged('the schema is not UTF-8');
  const schema = parseJson(text);
  const fields = schema instanceof Map && schema.get('type') === 'record' ? schema.get('fields') : undefined;
  if (!Array.isArray(fields) || fields.length === 0) throw damaged('the schema is no record');
  if (fields.length > MAX_FIELDS) throw limit('fields of the record');
  const { findings, theme } = message;
  const name = schema.get('name');
  if (typeof name !== 'string') throw damaged('a record without a name');
  const fullName = name.includes('.') ? name : [schema.get('namespace'), name].filter(Boolean).join('.');
  const differs = (field) => {
    findings.add('MDX-S16', field);
    message.foreignSchema = true;
  };
  if (theme && fullName !== `org.midex.v1.${theme.id}`) differs('name');
  const seen = new Set();
  const columns = fields.map((entry) => {
    const column = readColumn(entry, differs);
    const field = theme?.byName.get(column.name);
    if (!theme) return column;
    if (!field && message.newer) findings.add('MDX-S14', column.name);
    else if (!field || seen.has(column.name)) differs(column.name);
    else if (column.form !== expectedForm(field)) differs(column.name);
    else column.field = field;
    seen.add(column.name);
    return column;
  });
  for (const field of theme?.fields ?? []) if (field.required && !seen.has(field.name)) differs(field.name);
  return columns;
}

function expectedForm(field) {
  const type = field.type === 'count' ? 'long' : field.type === 'amount' ? `bytes/decimal/18/${field.scale}` : 'string';
  return field.required ? type : `null|${type}`;
}

function readColumn(entry, differs) {
  const name = entry instanceof Map ? entry.get('name') : undefined;
  if (typeof name !== 'string') throw damaged('a field without a name');
  const type = entry.get('type');
  const branches = Array.isArray(type) ? type : [type];
  if (branches.length > MAX_FIELDS) throw limit('branches of a union');
  const forms = branches.map(readType);
  if (forms.includes(undefined) || forms.every((form) => form === 'null')) {
    differs(name);
    throw damaged('a field that cannot be read');
  }
  return { name, union: Array.isArray(type), forms, form: forms.join('|') };
}

/** A primitive type as a word; decimals with precision and scale; undefined for one that has parts. */
function readType(type) {
  const properties = type instanceof Map ? type : new Map([['type', type]]);
  const primitive = properties.get('type');
  if (!PRIMITIVES.includes(primitive)) return undefined;
  if (primitive !== 'bytes' || properties.get('logicalType') !== 'decimal') return primitive;
  return `bytes/decimal/${properties.get('precision')}/${properties.get('scale') ?? 0}`;
}

function readBlock(source, sync, codec, columns, message) {
  const count = source.long();
  if (count < 0n) throw damaged('a negative count');
  const size = source.size();
  if (size > MAX_BLOCK) throw limit('bytes of a block');
  const packed = source.take(size);
  const data = new Source(codec === 'deflate' ? expand(packed) : packed);
  for (let row = 0n; row < count; row++) readRow(data, columns, message);
  if (!data.done) throw damaged('bytes left in a block');
  if (!source.take(16).equals(sync)) throw damaged('sync marker');
}

function expand(packed) {
  const maxOutputLength = Math.min(MAX_BLOCK, Math.max(FREE, packed.length * RATIO + packed.length - 1));
  let result;
  try {
    result = inflateRawSync(packed, { maxOutputLength, info: true });
  } catch (error) {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? limit('expansion of a block') : damaged(error.message);
  }
  if (packed.length - result.engine.bytesWritten > 4) throw damaged('bytes behind the compressed data');
  return result.buffer;
}

function readRow(data, columns, message) {
  const row = message.theme && new Row(message.theme);
  if (row && message.foreignSchema) {
    row.sound = false;
    const filled = new Set(columns.map((column) => column.field));
    for (const field of message.theme.fields) if (!filled.has(field)) row.spoil(field);
  }
  for (const column of columns) {
    const branch = column.union ? data.size() : 0;
    if (branch >= column.forms.length) throw damaged('a branch of a union that does not exist');
    const value = readValue(data, column.forms[branch]);
    const { field } = column;
    if (!row || !field || value === undefined) continue;
    row.values[field.index] = value.text;
    if (value.fault === undefined) continue;
    message.findings.add(value.fault, field.name);
    row.spoil(field);
    row.sound = false;
  }
  if (row) message.addRow(row);
}

/** A value as text, or what is wrong with it; undefined for null. */
function readValue(data, form) {
  switch (form) {
    case 'null':
      return undefined;
    case 'boolean':
      return { text: String(data.take(1)[0] === 1) };
    case 'int':
    case 'long':
      return { text: String(data.long()) };
    case 'float':
      return { text: String(data.take(4).readFloatLE()) };
    case 'double':
      return { text: String(data.take(8).readDoubleLE()) };
    case 'string':
      return readText(data);
    case 'bytes':
      data.take(data.size());
      return { text: '' };
    default:
      return readDecimal(data, Number(form.split('/').at(-1)));
  }
}

function readText(data) {
  const bytes = data.sized(MAX_TEXT * 3, 'characters of a text');
  if (!isUtf8(bytes)) return { text: '', fault: 'MDX-S02' };
  const text = bytes.toString('utf8');
  if (text.length > MAX_TEXT) throw limit('characters of a text');
  return NOT_CHAR.test(text) ? { text, fault: 'MDX-S11' } : { text };
}


function readDecimal(data, scale) {
  const bytes = data.take(data.size());
  if (bytes.length === 0 || bytes.length > MAX_DECIMAL) throw damaged('bytes of a decimal');
  const value = BigInt.asIntN(8 * bytes.length, BigInt(`0x${bytes.toString('hex')}`));
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return { text: `${value < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}` };
}
