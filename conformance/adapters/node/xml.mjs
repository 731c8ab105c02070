// A strict reader of XML 1.0 with namespaces, as far as the standard allows XML: no document type, UTF-8 only.
// It tells a handler what it meets (start, end, text) and throws a Stop at the first fault.
import { Stop } from './findings.mjs';

const XML_NS = 'http://www.w3.org/XML/1998/namespace';
const XMLNS_NS = 'http://www.w3.org/2000/xmlns/';

const MAX_DEPTH = 32;
const MAX_ATTRIBUTES = 128;
const MAX_VALUE = 32_768;
const MAX_SECTION = 65_536;
const MAX_RUN = 262_144;

const START =
  'A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F' +
  '\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
const NCNAME = `[${START}][${START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*`;
const QNAME = new RegExp(`(?:(${NCNAME}):)?(${NCNAME})`, 'uy');
const TARGET = new RegExp(NCNAME, 'uy');
const SPACE = /[ \t\n]*/y;
const NOT_CHAR = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
const PLAIN_NAME = /[A-Z_a-z][A-Z_a-z0-9.-]*(?=[ \t\n=/>])/y; // most names, much faster
const BREAK = /[ \t\r\n<>="']/;
const REFERENCE = /&(?:#([0-9]+)|#x([0-9a-fA-F]+)|(amp|lt|gt|apos|quot));/y;
const DECLARATION =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"([^"<&]*)"|'([^'<&]*)')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"([A-Za-z][\w.-]*)"|'([A-Za-z][\w.-]*)'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>/;
const ENTITIES = { amp: '&', lt: '<', gt: '>', apos: "'", quot: '"' };

const malformed = (reason) => new Stop('MDX-S01', reason);
const limit = (reason) => new Stop('MDX-S04', reason);
const isChar = (code) => code <= 0x10ffff && !NOT_CHAR.test(String.fromCodePoint(code)) && !(code >= 0xd800 && code <= 0xdfff);

/** Where characters without a break become too many. */
function endOfRun(text) {
  for (let start = 0; start + MAX_RUN < text.length; ) {
    let at = start + MAX_RUN;
    while (at >= start && !BREAK.test(text[at])) at--;
    if (at < start) return start + MAX_RUN;
    start = at + 1;
  }
  return undefined;
}

export function readXml(text, fault, handler) {
  new XmlReader(text, fault, handler).read();
}

class XmlReader {
  constructor(text, fault, handler) {
    this.text = text;
    this.cut = false;
    this.fault = malformed('the document ends too early');
    if (fault !== undefined) this.cutAt(text.length, fault);
    this.cutAt(this.text.search(NOT_CHAR), malformed('a character that XML does not have'));
    this.cutAt(endOfRun(this.text) ?? -1, limit('characters without a break'));
    this.text = this.text.replace(/\r\n?/g, '\n');
    this.at = 0;
    this.handler = handler;
    this.open = []; // names as written
    this.scopes = [new Map([['xml', XML_NS], ['', '']])]; // what each open element declares
  }

  /** Nothing is read from a place on, for a reason that is told when it is reached. */
  cutAt(place, fault) {
    if (place < 0) return;
    this.text = this.text.slice(0, place);
    this.fault = fault;
    this.cut = true;
  }

  read() {
    this.declaration();
    while (!this.rootDone || this.at < this.text.length) {
      if (this.at === this.text.length) {
        if (!this.cut && this.handler.mayEnd?.()) return;
        throw this.fault;
      }
      if (this.text[this.at] === '<') this.markup();
      else this.characters();
    }
    if (this.cut) throw this.fault;
  }

  declaration() {
    if (!/^<\?xml[ \t\n?]/.test(this.text)) return;
    const match = DECLARATION.exec(this.text);
    if (match === null) {
      if (!this.text.includes('?>')) throw this.fault;
      throw malformed('XML declaration');
    }
    const [all, double, single, doubleEncoding, singleEncoding] = match;
    if ((double ?? single) !== '1.0') throw new Stop('MDX-S02', 'version of XML');
    if ((doubleEncoding ?? singleEncoding ?? 'UTF-8').toUpperCase() !== 'UTF-8') throw new Stop('MDX-S02', 'encoding');
    this.at = all.length;
  }

  markup() {
    const { text, at } = this;
    const next = text[at + 1];
    if (next === '/') this.endTag();
    else if (next === '?') this.instruction();
    else if (next !== '!') this.startTag();
    else if (this.begins('<!--')) this.comment();
    else if (this.open.length > 0 && this.begins('<![CDATA[')) this.cdata();
    else if (this.open.length === 0 && !this.rootDone && this.begins('<!DOCTYPE')) throw new Stop('MDX-S03', 'DOCTYPE');
    else throw malformed('markup that XML does not have here');
  }

  /** Whether a word stands here; where the text ends within it, that is the fault. */
  begins(word) {
    if (this.text.startsWith(word, this.at)) return true;
    const rest = this.text.length - this.at;
    if (rest < word.length && word.startsWith(this.text.slice(this.at))) throw this.fault;
    return false;
  }

  /** Goes behind a word that must follow somewhere, and gives what stands before it. */
  until(word, from) {
    const end = this.text.indexOf(word, from);
    if (end < 0) throw this.fault;
    this.at = end + word.length;
    return this.text.slice(from, end);
  }

  comment() {
    const start = this.at + 4;
    const end = this.text.indexOf('--', start);
    if ((end < 0 ? this.text.length : end) - start > MAX_SECTION) throw limit('characters of a comment');
    if (end < 0 || end + 2 === this.text.length) throw this.fault;
    if (this.text[end + 2] !== '>') throw malformed('-- in a comment');
    this.at = end + 3;
  }

  instruction() {
    this.at += 2;
    const target = this.match(TARGET)?.[0];
    if (target === undefined || target.toLowerCase() === 'xml') throw malformed('processing instruction');
    if (this.begins('?>')) this.at += 2;
    else if (this.space() === 0) throw malformed('processing instruction');
    else this.until('?>', this.at);
  }

  cdata() {
    const content = this.until(']]>', this.at + 9);
    if (content.length > MAX_SECTION) throw limit('characters of a CDATA section');
    this.tell(content);
  }

  characters() {
    const { text, at } = this;
    const next = text.indexOf('<', at);
    const end = next < 0 ? text.length : next;
    const raw = text.slice(at, end);
    this.at = end;
    if (this.open.length === 0) {
      if (/[^ \t\n]/.test(raw)) throw malformed('text outside the root');
      return;
    }
    const close = raw.indexOf(']]>');
    if (close >= 0) {
      this.tellResolved(raw.slice(0, close), false);
      throw malformed(']]> in text');
    }
    this.tellResolved(raw, next < 0);
  }

  /** What stands before a fault in a text is told too. */
  tellResolved(raw, open) {
    let text = '';
    try {
      this.resolve(raw, open, Infinity, (part) => (text += part));
    } finally {
      this.tell(text);
    }
  }

  tell(text) {
    if (text !== '') this.handler.text(text);
  }

  /** Replaces references. `open` says that the text was cut behind it. */
  resolve(raw, open, most = Infinity, keep = () => {}) {
    let result = '';
    let at = 0;
    const add = (part) => {
      result += part;
      keep(part);
    };
    for (;;) {
      const next = raw.indexOf('&', at);
      add(next < 0 ? raw.slice(at) : raw.slice(at, next));
      if (result.length > most) throw limit('characters of a value');
      if (next < 0) return result;
      REFERENCE.lastIndex = next;
      const match = REFERENCE.exec(raw);
      if (match === null) {
        if (open && !raw.includes(';', next) && /^&(#x?[0-9a-fA-F]*|[a-z]*)$/.test(raw.slice(next))) throw this.fault;
        throw malformed('reference');
      }
      const [all, decimal, hexadecimal, name] = match;
      if (name !== undefined) add(ENTITIES[name]);
      else {
        const code = decimal === undefined ? parseInt(hexadecimal, 16) : Number(decimal);
        if (!isChar(code)) throw malformed('reference to a character that XML does not have');
        add(String.fromCodePoint(code));
      }
      at = next + all.length;
    }
  }

  startTag() {
    if (this.rootDone) throw malformed('a second root');
    this.at++;
    const name = this.name();
    const attributes = [];
    const declared = new Map();
    let empty = false;
    for (;;) {
      const spaces = this.space();
      const char = this.text[this.at];
      if (char === undefined) throw this.fault;
      if (char === '>') {
        this.at++;
        break;
      }
      if (char === '/') {
        if (!this.begins('/>')) throw malformed('/ in a tag');
        this.at += 2;
        empty = true;
        break;
      }
      if (spaces === 0) throw malformed('no space before an attribute');
      this.attribute(attributes, declared);
    }
    this.enter(name, attributes, declared);
    if (empty) this.leave();
  }

  attribute(attributes, declared) {
    const name = this.name();
    const declares = name.prefix === 'xmlns' || (name.prefix === undefined && name.local === 'xmlns');
    if (attributes.length + declared.size === MAX_ATTRIBUTES) throw limit('attributes of an element');
    this.space();
    if (!this.begins('=')) throw malformed('an attribute without a value');
    this.at++;
    this.space();
    const value = this.value();
    if (declares) this.declare(declared, name.prefix === undefined ? '' : name.local, value);
    else attributes.push({ ...name, value });
  }

  value() {
    const quote = this.text[this.at];
    if (quote === undefined) throw this.fault;
    if (quote !== '"' && quote !== "'") throw malformed('a value without quotes');
    const start = this.at + 1;
    const found = this.text.indexOf(quote, start);
    const close = found < 0 ? this.text.length : found;
    const whole = this.text.slice(start, close);
    const less = whole.indexOf('<');
    const raw = less < 0 ? whole : whole.slice(0, less);
    const value = this.resolve(raw.replace(/[\t\n]/g, ' '), less < 0 && found < 0, MAX_VALUE);
    if (less >= 0) throw malformed('< in a value');
    if (found < 0) throw this.fault;
    this.at = close + 1;
    return value;
  }

  declare(declared, prefix, uri) {
    if (declared.has(prefix)) throw malformed('a namespace that is declared twice');
    const wrong = prefix === 'xmlns' || uri === XMLNS_NS || (prefix === 'xml') !== (uri === XML_NS) || (prefix !== '' && uri === '');
    if (wrong) throw malformed('declaration of a namespace');
    declared.set(prefix, uri);
  }

  enter({ prefix, local }, attributes, declared) {
    this.scopes.push(declared);
    const resolved = attributes.map((attribute) => ({
      ns: attribute.prefix === undefined ? '' : this.lookUp(attribute.prefix),
      local: attribute.local,
      value: attribute.value,
    }));
    if (new Set(resolved.map(({ ns, local }) => (ns === '' ? local : `${ns} ${local}`))).size < resolved.length) throw malformed('an attribute twice');
    const ns = this.lookUp(prefix ?? '');
    if (this.open.length === MAX_DEPTH) throw limit('elements inside one another');
    this.open.push(prefix === undefined ? local : `${prefix}:${local}`);
    this.handler.start(ns, local, resolved);
  }

  lookUp(prefix) {
    const scope = this.scopes.findLast((declared) => declared.has(prefix));
    if (scope === undefined) throw malformed('a prefix that is not declared');
    return scope.get(prefix);
  }

  endTag() {
    this.at += 2;
    const { prefix, local } = this.name();
    this.space();
    if (this.text[this.at] === undefined) throw this.fault;
    if (this.text[this.at] !== '>') throw malformed('end tag');
    this.at++;
    if (this.open.at(-1) !== (prefix === undefined ? local : `${prefix}:${local}`)) throw malformed('an end tag of another element');
    this.leave();
  }

  leave() {
    this.open.pop();
    this.scopes.pop();
    if (this.open.length === 0) this.rootDone = true;
    this.handler.end();
  }

  name() {
    PLAIN_NAME.lastIndex = this.at;
    const plain = PLAIN_NAME.exec(this.text);
    if (plain !== null) {
      this.at = PLAIN_NAME.lastIndex;
      return { prefix: undefined, local: plain[0] };
    }
    const match = this.match(QNAME);
    if (match === undefined) throw malformed('a name');
    return { prefix: match[1], local: match[2] };
  }

  space() {
    return this.match(SPACE)[0].length;
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match === null) {
      if (this.at >= this.text.length) throw this.fault;
      return undefined;
    }
    this.at += match[0].length;
    return match;
  }
}
