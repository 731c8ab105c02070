// The parts of a message (MSG, ROW-1, VER-1), told by the XML reader one after the other.
import { lists, MAJOR, MINOR, names, themes, types } from './catalogue.mjs';
import { Stop } from './findings.mjs';
import { codeFault, hasForm, headerFault, isInCalendar } from './values.mjs';

const NS = 'urn:midex:1';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const MAX_TEXT = 65_536;
const MAX_ELEMENTS = 10_000;
const MAX_NAMES = 20_000;
const MAX_ROWS = 2_000_000; // a limit of this program, not of the standard
const ACTION = { name: 'action', type: 'code', list: lists.get('CL_ACTION'), required: true };
const VERSION = { name: 'version', type: 'version', required: true };
const ID = { name: 'id', type: 'urn', required: true };
const HEADER = { name: 'Header', type: 'component', component: 'Header' };
const RECEIPT = { name: 'Receipt', type: 'component', component: 'Receipt' };

const NONE = new Set();

/** One row: values by place of the field, places whose values cannot be used, and whether it is sound. */
export class Row {
  bad = NONE;
  sound = true;

  constructor(theme) {
    this.values = new Array(theme.fields.length).fill(undefined);
  }

  spoil(field) {
    if (this.bad === NONE) this.bad = new Set();
    this.bad.add(field.index);
  }

  /** The value of a field that can be used. */
  get(field) {
    return field === undefined || this.bad.has(field.index) ? undefined : this.values[field.index];
  }
}

export class Message {
  rows = [];
  rowCount = 0;
  newer = false;
  complete = false; // read to its end
  action = 'Replace';
  dataset = new Map(); // attributes of the payload: name to {value, ok}

  constructor(findings) {
    this.findings = findings;
  }

  unknown(rule, field) {
    this.findings.add(this.newer ? 'MDX-S14' : rule, field);
  }

  /** The first part of a name in a group, by default in the header, that can be used. */
  part(name, group = this.header) {
    return this.parts(name, group)[0];
  }

  parts(name, group = this.header) {
    return (group?.parts ?? []).filter((part) => part.name === name);
  }

  addRow(row) {
    if (++this.rowCount > MAX_ROWS) throw new Error('more rows than this program keeps in memory');
    for (const field of this.theme.fields) this.#judge(row, field);
    this.rows.push(row);
  }

  #judge(row, field) {
    const value = row.values[field.index];
    let fault;
    if (value === undefined) fault = field.required && !row.bad.has(field.index) ? 'MDX-S09' : undefined;
    else if (row.bad.has(field.index)) return;
    else if (field.type !== 'code') fault = hasForm(field, value) ? undefined : 'MDX-S11';
    else {
      fault = codeFault(field.list, value);
      if (fault && this.newer && !field.list.open) fault = 'MDX-S14';
      if (fault === 'MDX-V01' || fault === 'MDX-V02') this.foreignCode ||= !field.list.open || !field.list.pattern.test(value);
    }
    if (fault === undefined) return;
    this.findings.add(fault, field.name);
    row.spoil(field);
    if (fault === 'MDX-S09' || fault === 'MDX-S11') row.sound = false;
  }
}

/** Handler of the XML reader. With `head` the document ends behind the payload's start tag (AVRO-1). */
export class MessageBuilder {
  #stack = [];
  #elements = 0;
  #foreign = new Set();

  constructor(message, head = false) {
    this.message = message;
    this.findings = message.findings;
    this.head = head;
  }

  mayEnd() {
    return this.head && this.payloadSeen;
  }

  start(ns, local, attributes) {
    const parent = this.#stack.at(-1);
    if (parent === undefined) return this.#root(ns, local, attributes);
    parent.inText = false;
    parent.passedOver = 0;
    if (this.head && this.payloadSeen) this.#endOfHead(local);
    const name = ns === NS ? local : undefined;
    if (parent.kind !== 'skip' && !(parent.kind === 'root' && this.payloadSeen)) this.#countName(ns, local);
    if (parent.kind === 'root') this.#child(parent, name, local, attributes);
    else if (parent.kind === 'group') this.#element(parent, name, local, attributes);
    else if (parent.kind === 'payload') this.#row(name, local, attributes);
    else if (parent.kind === 'skip') this.#push('skip');
    else if (parent.kind === 'leaf') this.#inLeaf(local);
    else this.#inRow(parent.row, name, local);
  }

  text(text) {
    const frame = this.#stack.at(-1);
    if (frame.kind === 'leaf') {
      if (frame.text.length + text.length > MAX_TEXT) throw new Stop('MDX-S04', 'text of an element');
      frame.text += text;
    } else if (frame.kind === 'skip') {
      frame.passedOver = (frame.passedOver ?? 0) + text.length;
      if (frame.passedOver > MAX_TEXT) throw new Stop('MDX-S04', 'text that is passed over');
    } else if (frame.kind === 'row' || /[^ \t\r\n]/.test(text)) {
      if (!frame.inText) this.findings.add('MDX-S10', frame.name);
      frame.inText = true;
      if (frame.kind === 'row') frame.row.sound = false;
    }
  }

  end() {
    if (this.head && this.payloadSeen) this.#endOfHead('');
    const frame = this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (parent) Object.assign(parent, { inText: false, passedOver: 0 });
    if (frame.kind === 'leaf') this.#leafEnd(frame);
    else if (frame.kind === 'group') this.#groupEnd(frame);
    else if (frame.kind === 'row') this.message.addRow(frame.row);
    else if (frame.kind === 'root') {
      if (!this.message.header) this.findings.add('MDX-S07', 'Header');
      if (!this.payloadSeen) this.findings.add('MDX-S07', 'payload');
    }
  }

  #inLeaf(local) {
    this.#countElement();
    this.findings.add('MDX-S06', local);
    this.#push('skip');
  }

  #inRow(row, name, local) {
    if (name === 'Obs') this.findings.add('MDX-S06', local);
    else this.message.unknown('MDX-S06', local);
    if (name === 'Obs' || !this.message.newer) row.sound = false;
    this.#push('skip');
  }

  #endOfHead(local) {
    this.findings.add('MDX-S06', local);
    throw new HeadEnd();
  }

  #push(kind, frame = {}) {
    this.#stack.push({ kind, ...frame });
  }

  #countName(ns, local, home = NS) {
    if (ns === home && names.has(local)) return;
    this.#foreign.add(`${ns} ${local}`);
    if (this.#foreign.size > MAX_NAMES) throw new Stop('MDX-S04', 'names');
  }

  /** Of elements that are passed over the attributes do not count. */
  #countAttributes(attributes) {
    for (const { ns, local } of attributes) this.#countName(ns, local, '');
  }

  #countElement() {
    if (++this.#elements > MAX_ELEMENTS) throw new Stop('MDX-S04', 'elements of the header');
  }

  #root(ns, local, attributes) {
    const { message } = this;
    const major = /^urn:midex:([0-9]{1,6})$/.exec(ns);
    if (local !== 'Message' || !major) throw new Stop('MDX-S05', 'top element');
    if (ns !== NS) throw new Stop('MDX-S13', 'namespace');
    const version = attributes.find((attribute) => attribute.ns === '' && attribute.local === 'version')?.value;
    if (version !== undefined && hasForm(VERSION, version)) {
      const [stated, minor] = version.split('.').map(Number);
      if (stated !== MAJOR) throw new Stop('MDX-S13', 'version');
      message.newer = minor > MINOR;
    }
    const values = this.#attributes([VERSION, ID], attributes);
    message.version = values.get('version')?.value;
    message.id = values.get('id')?.value;
    this.#push('root', { name: 'Message' });
  }

  /** Values of the attributes that the root or the payload has; all others are told. */
  #attributes(fields, attributes) {
    this.#countAttributes(attributes);
    const values = new Map();
    for (const { ns, local, value } of attributes) {
      const field = ns === '' ? fields.find(({ name }) => name === local) : undefined;
      if (field) values.set(local, { value, ok: this.#judge(field, value) });
      else this.#unknownAttribute(ns, local);
    }
    for (const { name, required } of fields) if (required && !values.has(name)) this.findings.add('MDX-S09', name);
    return values;
  }

  /** Tells an attribute that an element does not have, and whether it is an error. */
  #unknownAttribute(ns, local) {
    if (ns === XSI) this.findings.add('MDX-S12', local);
    else this.message.unknown('MDX-S08', local);
    return ns === XSI || !this.message.newer;
  }

  /** Tells what is wrong with a value of the header or payload, and whether it can be used. */
  #judge(field, value) {
    const fault = headerFault(field, value) ?? (field.role === 'element' && !isInCalendar(field, value) ? 'MDX-S18' : undefined);
    const newer = fault === 'MDX-S11' && this.message.newer && field.type === 'code' && !field.list.open;
    if (newer) this.findings.add('MDX-S14', field.name);
    else if (fault && !(this.inSecondHeader && fault.startsWith('MDX-V'))) this.findings.add(fault, field.name);
    return fault === undefined;
  }

  #child(root, name, local, attributes) {
    const { message } = this;
    if (this.payloadSeen) {
      if (name === 'Header' || name === 'Receipt' || themes.has(name)) this.findings.add('MDX-S06', local);
      else message.unknown('MDX-S06', local);
      this.#push('skip');
    } else if (name === 'Header') {
      this.inSecondHeader = message.header !== undefined;
      if (this.inSecondHeader) this.findings.add('MDX-S06', local);
      this.#elements = 0;
      this.#openGroup(HEADER, attributes, (group) => (message.header ??= group));
    } else this.#payload(name, local, attributes);
  }

  #payload(name, local, attributes) {
    const { message } = this;
    this.payloadSeen = true;
    this.inSecondHeader = false;
    if (!message.header) {
      this.findings.add('MDX-S07', 'Header');
      message.header = { parts: [] };
    }
    if (name === 'Receipt') {
      if (this.head) throw new Stop('MDX-S05', 'a receipt in a container');
      this.#openGroup(RECEIPT, attributes, (group) => (message.receipt = group));
      return;
    }
    message.theme = themes.get(name);
    if (!message.theme) {
      message.unknown('MDX-S17', local);
      this.#push('skip');
      return;
    }
    message.dataset = this.#attributes([ACTION, ...message.theme.dataset], attributes);
    const action = message.dataset.get('action');
    if (action?.ok) message.action = action.value;
    this.#push('payload', { name: local });
  }

  #openGroup(field, attributes, keep) {
    this.#countAttributes(attributes);
    for (const attribute of attributes) this.#unknownAttribute(attribute.ns, attribute.local);
    const group = { name: field.name, parts: [], done: false };
    keep?.(group);
    this.#push('group', { name: field.name, fields: types.get(field.component).fields, group, last: -1, seen: new Set() });
  }

  #element(parent, name, local, attributes) {
    this.#countElement();
    const field = parent.fields.find((candidate) => candidate.name === name);
    if (!field) {
      this.message.unknown('MDX-S06', local);
      this.#push('skip');
      return;
    }
    const expected = field.index > parent.last || (field.index === parent.last && field.many);
    if (expected) {
      parent.last = field.index;
      parent.seen.add(field.name);
    } else this.findings.add('MDX-S06', local);
    if (field.type === 'component') {
      this.#openGroup(field, attributes, (group) => parent.group.parts.push(group));
      return;
    }
    this.#countAttributes(attributes);
    for (const attribute of attributes) this.#unknownAttribute(attribute.ns, attribute.local);
    this.#push('leaf', { name: local, field, text: '', group: parent.group });
  }

  #leafEnd({ field, text, group }) {
    group.parts.push({ name: field.name, text, ok: this.#judge(field, text) });
  }

  #groupEnd({ fields, seen, group }) {
    for (const { name, required } of fields) if (required && !seen.has(name)) this.findings.add('MDX-S07', name);
    group.done = true;
  }

  #row(name, local, attributes) {
    const { message } = this;
    if (name !== 'Obs') {
      message.unknown('MDX-S06', local);
      this.#push('skip');
      return;
    }
    this.#countAttributes(attributes);
    const row = new Row(message.theme);
    for (const { ns, local: attribute, value } of attributes) {
      const field = ns === '' ? message.theme.byName.get(attribute) : undefined;
      if (field) row.values[field.index] = value;
      else if (this.#unknownAttribute(ns, attribute)) row.sound = false;
    }
    this.#push('row', { name: 'Obs', row });
  }
}

/** Thrown at what stands behind the head of a container. */
export class HeadEnd extends Error {}
