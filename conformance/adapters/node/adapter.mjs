// The conformance protocol: a request a line, an answer a line.
import { createInterface } from 'node:readline';
import { Unreadable } from './avro.mjs';
import { digests } from './canonical.mjs';
import { judge } from './judge.mjs';
import { readMessage } from './reader.mjs';
import { refusalOf, write } from './writer.mjs';

function judgement(message) {
  judge(message);
  return { verdict: message.findings.verdict, rows: message.rowCount, findings: message.findings.list() };
}

const understood = (message) => message.complete && !message.findings.blocksDigest && !message.foreignCode;

const answers = {
  hello: () => ({
    protocol: 1,
    name: 'midex-node',
    version: '0.1.0',
    language: 'JavaScript',
    standard: '1.0',
    profiles: ['reader', 'writer', 'validator'],
    syntaxes: ['xml', 'avro'],
  }),
  validate: async ({ file }) => judgement(await readMessage(file)),
  digest: async ({ file }) => {
    const message = await readMessage(file);
    return understood(message) ? digests(message) : judgement(message);
  },
  convert: async ({ file, to, output }) => {
    const message = await readMessage(file);
    const refusal = understood(message) ? refusalOf(message, to) : undefined;
    const written = understood(message) && refusal === undefined;
    if (written) await write(message, to, output);
    else if (refusal) message.findings.add(refusal);
    return { written, findings: written ? [] : judgement(message).findings };
  },
  bye: () => ({ bye: true }),
};

async function answerTo(request) {
  const answer = answers[request.op] ?? (() => ({ skip: 'not implemented' }));
  try {
    return await answer(request);
  } catch (error) {
    if (error instanceof Unreadable) return { skip: `cannot be read: ${error.message}` };
    console.error(error);
    return { error: String(error) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = { seq: request.seq, ...(await answerTo(request)) };
  await new Promise((done) => process.stdout.write(`${JSON.stringify(answer)}\n`, done));
  if (request.op === 'bye') process.exit(0);
}
