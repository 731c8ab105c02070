// A strict reader of JSON for schemas: a member that is there twice is a fault, and so is depth beyond a limit.
import { Stop } from './findings.mjs';

const MAX_DEPTH = 16;
const TOKEN = /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null))/y;

export function parseJson(text) {
  let at = 0;
  let token;

  function next() {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new Stop('MDX-S15', 'the schema is no JSON');
    at = TOKEN.lastIndex;
    token = { sign: match[1], literal: match[2] ?? match[3], text: match[2] !== undefined };
  }

  function expect(...signs) {
    if (!signs.includes(token.sign)) throw new Stop('MDX-S15', 'the schema is no JSON');
    return token.sign;
  }

  function value(depth) {
    if (token.literal !== undefined) return JSON.parse(token.literal);
    expect('{', '[');
    if (depth === MAX_DEPTH) throw new Stop('MDX-S04', 'depth of the schema');
    return token.sign === '{' ? object(depth + 1) : array(depth + 1);
  }

  function object(depth) {
    const members = new Map();
    next();
    while (token.sign !== '}') {
      if (!token.text) expect('}');
      const name = JSON.parse(token.literal);
      if (members.has(name)) throw new Stop('MDX-S15', 'a member of the schema is there twice');
      next();
      expect(':');
      next();
      members.set(name, value(depth));
      next();
      if (expect(',', '}') === ',') {
        next();
        if (!token.text) expect();
      }
    }
    return members;
  }

  function array(depth) {
    const items = [];
    next();
    while (token.sign !== ']') {
      items.push(value(depth));
      next();
      if (expect(',', ']') === ',') {
        next();
        if (token.sign === ']') expect();
      }
    }
    return items;
  }

  next();
  const result = value(0);
  if (/[^ \t\n\r]/.test(text.slice(at))) throw new Stop('MDX-S15', 'something behind the schema');
  return result;
}
