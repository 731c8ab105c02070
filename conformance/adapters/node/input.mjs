// From bytes to a syntax: gzip (XML-7, LIM-2), kind of file (MSG-1), UTF-8 (XML-2).
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { isUtf8 } from 'node:buffer';
import { Stop } from './findings.mjs';

const FREE = 67_108_864;
const RATIO = 300;
const CHUNK = 65_536;
const MOST = 268_435_456; // a limit of this program, not of the standard

/** The content of a file and, if it ends before it should, why. */
export async function unpack(bytes) {
  if (bytes.length > MOST) throw new Error('larger than this program keeps in memory');
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { content: bytes };
  const chunks = [];
  const budget = { out: 0 };
  try {
    for (let at = 0; at < bytes.length; ) at = await readMember(bytes, at, chunks, budget);
  } catch (fault) {
    if (!(fault instanceof Stop)) throw fault;
    return { content: Buffer.concat(chunks), fault };
  }
  return { content: Buffer.concat(chunks) };
}

const damaged = (reason) => new Stop('MDX-S05', `gzip: ${reason}`);

/** Reads one member that starts at a place, and gives the place behind it. */
async function readMember(bytes, at, chunks, budget) {
  const start = memberData(bytes, at);
  let [checksum, length] = [0, 0];
  const end = await inflate(bytes, start, (chunk, read) => {
    chunks.push(chunk);
    checksum = crc32(chunk, checksum);
    length += chunk.length;
    budget.out += chunk.length;
    if (budget.out > MOST) throw new Error('larger than this program keeps in memory');
    if (budget.out > FREE && Math.floor(budget.out / Math.max(1, start + read)) > RATIO) throw new Stop('MDX-S04', 'gzip: expansion');
  });
  if (end + 8 > bytes.length) throw damaged('it ends too early');
  if (bytes.readUInt32LE(end) !== checksum || bytes.readUInt32LE(end + 4) !== length % 2 ** 32) throw damaged('checksum');
  return end + 8;
}

/** RFC 1952, 2.3: where the compressed data of a member start. */
function memberData(bytes, at) {
  if (bytes.length < at + 10) throw damaged('it ends too early');
  const flags = bytes[at + 3];
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8 || flags & 0xe0) throw damaged('no member');
  let place = at + 10;
  if (flags & 4) place += 2 + (place + 2 <= bytes.length ? bytes.readUInt16LE(place) : 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, place);
    if (zero < 0) throw damaged('it ends too early');
    place = zero + 1;
  }
  if (flags & 2) {
    if (place + 2 > bytes.length || bytes.readUInt16LE(place) !== (crc32(bytes.subarray(at, place)) & 0xffff)) throw damaged('header');
    place += 2;
  }
  if (place > bytes.length) throw damaged('it ends too early');
  return place;
}

/** Inflates from a place on, tells each chunk, and gives the place behind the data. */
function inflate(bytes, start, onChunk) {
  return inflateSmall(bytes, start, onChunk) ?? inflateChunks(bytes, start, onChunk);
}

/** A file may be of very many small members, for which streams are slow. */
function inflateSmall(bytes, start, onChunk) {
  let result;
  try {
    result = inflateRawSync(bytes.subarray(start), { maxOutputLength: CHUNK, chunkSize: CHUNK, info: true });
  } catch {
    return undefined; // too large, or damaged
  }
  onChunk(result.buffer, result.engine.bytesWritten);
  return start + result.engine.bytesWritten;
}

/** What comes out before damage is told too. */
function inflateChunks(bytes, start, onChunk) {
  return new Promise((resolve, reject) => {
    const stream = createInflateRaw({ chunkSize: CHUNK });
    const fail = (fault) => {
      stream.destroy();
      reject(fault);
    };
    stream.on('data', (chunk) => {
      try {
        onChunk(chunk, stream.bytesWritten);
      } catch (fault) {
        fail(fault);
      }
    });
    stream.on('end', () => resolve(start + stream.bytesWritten));
    stream.on('error', (error) => fail(damaged(error.message)));
    stream.end(bytes.subarray(start));
  });
}

/** `avro`, `xml`, or the fault that says why it is neither. */
export function kindOf(content) {
  const start = content.subarray(0, 64);
  const hex = start.toString('hex');
  if (hex.startsWith('4f626a01')) return 'avro';
  if (/^(feff|fffe|003c|3c00)/.test(hex)) throw new Stop('MDX-S02', 'UTF-16');
  if (/^(\xef\xbb\xbf)?[ \t\n\r]*</.test(start.toString('latin1'))) return 'xml';
  throw new Stop('MDX-S05', 'neither XML nor Avro');
}

/** The text up to the first byte that is not UTF-8, and the fault there. */
export function decode(content) {
  const bytes = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf ? content.subarray(3) : content;
  if (isUtf8(bytes)) return { text: bytes.toString('utf8') };
  return { text: bytes.subarray(0, firstBad(bytes)).toString('utf8'), fault: new Stop('MDX-S02', 'not UTF-8') };
}

function firstBad(bytes) {
  let [good, bad] = [0, bytes.length]; // the first `good` bytes are UTF-8, the first `bad` bytes are not
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const end = wholeCharacters(bytes, good, middle);
    if (end > good && isUtf8(bytes.subarray(good, end))) good = end;
    else if (end <= good) break;
    else bad = middle;
  }
  while (good < bytes.length) {
    const length = [1, 2, 3, 4].find((count) => good + count <= bytes.length && isUtf8(bytes.subarray(good, good + count)));
    if (length === undefined) break;
    good += length;
  }
  return good;
}

/** The place before `end` at which no character is cut. */
function wholeCharacters(bytes, start, end) {
  let place = end;
  while (place > start && place > end - 4 && (bytes[place] & 0xc0) === 0x80) place--;
  return place;
}
