// Reads a file into a message and tells what is wrong with its structure.
import { readFileSync } from 'node:fs';
import { readContainer } from './avro.mjs';
import { Findings, Stop } from './findings.mjs';
import { decode, kindOf, unpack } from './input.mjs';
import { Message, MessageBuilder } from './structure.mjs';
import { readXml } from './xml.mjs';

export async function readMessage(path) {
  const findings = new Findings();
  const message = new Message(findings);
  try {
    const { content, fault } = await unpack(readFileSync(path));
    if (fault && content.length === 0) throw fault;
    message.syntax = kindOf(content);
    if (message.syntax === 'avro') readContainer(content, fault, message);
    else readDocument(content, fault, message);
    message.complete = true;
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    if (stop.rule === 'MDX-S13') {
      findings.clear();
      message.rows = [];
      message.refused = true;
    }
    findings.add(stop.rule);
  }
  return message;
}

function readDocument(content, cut, message) {
  const { text, fault } = decode(content);
  readXml(text, fault ?? cut, new MessageBuilder(message));
}
