// Forms of values (VAL) and codes (CODE-1, CODE-2).
import { dayOf, periodOf } from './calendar.mjs';

const DATE = '[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])';
const PERIODS = {
  A: '[0-9]{4}',
  S: '[0-9]{4}-S[12]',
  Q: '[0-9]{4}-Q[1-4]',
  M: '[0-9]{4}-(0[1-9]|1[0-2])',
  W: '[0-9]{4}-W(0[1-9]|[1-4][0-9]|5[0-3])',
  D: DATE,
};
const whole = (pattern) => new RegExp(`^(?:${pattern})$`, 'u');
const FORMS = {
  count: whole('0|-?[1-9][0-9]{0,17}'),
  date: whole(DATE),
  instant: whole(`${DATE}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z`),
  text: whole('[^]+'),
  identifier: whole('[A-Za-z0-9_][A-Za-z0-9._:\\-]{0,63}'),
  urn: whole('urn:[a-z0-9][a-z0-9\\-]{0,30}[a-z0-9]:[!-~]+'),
  digest: whole('[0-9a-f]{64}'),
  version: whole('[1-9][0-9]{0,3}\\.(0|[1-9][0-9]{0,3})'),
  boolean: whole('true|false'),
};
const periodForms = new Map();

function periodForm(frequencies = Object.keys(PERIODS)) {
  const key = frequencies.join('');
  if (!periodForms.has(key)) periodForms.set(key, whole(frequencies.map((frequency) => PERIODS[frequency]).join('|')));
  return periodForms.get(key);
}

function isAmount(text, scale) {
  const match = /^-?(0|[1-9][0-9]*)\.([0-9]*)$/.exec(text);
  if (match === null || match[2].length !== scale || match[1].length + scale > 18) return false;
  return !(text[0] === '-' && /^[-0.]*$/.test(text));
}

/** Whether a text has the form of a field's type; codes are another matter. */
export function hasForm(field, text) {
  if (field.type === 'period') return periodForm(field.frequencies).test(text);
  if (field.type === 'amount') return isAmount(text, field.scale);
  return FORMS[field.type].test(text);
}

/** VAL-4, for texts in form. */
export function isInCalendar(field, text) {
  if (field.type === 'period') return periodOf(text).exists;
  return field.type === 'date' || field.type === 'instant' ? dayOf(text) !== undefined : true;
}

/** The rule by which a text that is no code of a list is reported in a row; undefined for a code. */
export function codeFault(list, text) {
  if (list.codes.has(text)) return undefined;
  return list.aliases.has(text) ? 'MDX-V02' : 'MDX-V01';
}

/** The rule that a value in the header or an attribute of the dataset breaks, if any. */
export function headerFault(field, text) {
  if (field.type === 'code') {
    const fault = codeFault(field.list, text);
    return fault && (!field.list.open || !field.list.pattern.test(text)) ? 'MDX-S11' : fault;
  }
  return hasForm(field, text) ? undefined : 'MDX-S11';
}

/** A number as a whole number of units of its last digit. */
export const figureOf = (text) => BigInt(text.replace('.', ''));
