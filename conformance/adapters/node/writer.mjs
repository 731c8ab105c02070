// Writes messages (CANON, AVRO-6).
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import avro from 'avsc';
import { canonical, head } from './canonical.mjs';
import { figureOf } from './values.mjs';

const SCHEMAS = new URL('../../../schema/published/1.0/avro/', import.meta.url);

const MAX_HEAD = 4_194_304;

/** Longs as BigInt, since figures have more digits than a double. */
const LONG = avro.types.LongType.__with({
  fromBuffer: (buffer) => buffer.readBigInt64LE(),
  toBuffer: (value) => {
    const buffer = Buffer.alloc(8);
    buffer.writeBigInt64LE(value);
    return buffer;
  },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (value) => typeof value === 'bigint',
  compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
});

/** The rule that says why a message that has a canonical form cannot be written in a syntax, if so. */
export function refusalOf(message, to) {
  if (to === 'xml') return undefined;
  if (message.receipt) return 'MDX-E04';
  return Buffer.byteLength(head(message)) > MAX_HEAD ? 'MDX-S04' : undefined;
}

export async function write(message, to, path) {
  try {
    writeFileSync(path, to === 'xml' ? canonical(message) : await container(message));
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

function container(message) {
  const schema = readFileSync(new URL(`${message.theme.id}.avsc`, SCHEMAS), 'utf8');
  const type = avro.Type.forSchema(JSON.parse(schema), { registry: { long: LONG }, wrapUnions: false });
  const encoder = new avro.streams.BlockEncoder(type, {
    codec: 'deflate',
    metadata: { 'avro.schema': Buffer.from(schema.trimEnd()), 'midex.header': Buffer.from(head(message)) },
    syncMarker: randomBytes(16),
    writeHeader: true,
  });
  return new Promise((resolve, reject) => {
    const chunks = [];
    encoder.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject);
    for (const row of message.rows) encoder.write(record(message.theme, row));
    encoder.end();
  });
}

function record(theme, row) {
  const result = {};
  for (const field of theme.fields) {
    const value = row.values[field.index];
    if (value === undefined) result[field.name] = null;
    else if (field.type === 'count') result[field.name] = BigInt(value);
    else if (field.type === 'amount') result[field.name] = twosComplement(figureOf(value));
    else result[field.name] = value;
  }
  return result;
}

/** The shortest big-endian bytes of a number of at most 18 digits. */
function twosComplement(value) {
  let bytes = 1;
  while (BigInt.asIntN(8 * bytes, value) !== value) bytes++;
  return Buffer.from(BigInt.asUintN(8 * bytes, value).toString(16).padStart(2 * bytes, '0'), 'hex');
}
