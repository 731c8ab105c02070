// What rules need to know of a message and its rows.
import { periodOf } from './calendar.mjs';
import { lists } from './catalogue.mjs';
import { figureOf } from './values.mjs';

const BASED = ['NEAREST', 'RANDOM', 'SMALL_CELL'];

/** CODE-4: whether a code names one thing. */
export const isOneThing = (text, code) => !text.startsWith('_') && !code?.aggregate && !code?.flags.has('special');

export class Facts {
  constructor(message) {
    this.message = message;
    this.findings = message.findings;
    this.theme = message.theme;
    this.deletes = message.action === 'Delete';
    const { theme } = this;
    this.status = theme.byName.get('OBS_STATUS');
    this.confidentiality = theme.byName.get('CONF_STATUS');
    this.unitField = theme.byName.get('UNIT_MEASURE');
    this.reporter = theme.byName.get(theme.reporter);
    this.unit = 10n ** BigInt(theme.scale); // what 1 is, in units of the last digit
    this.prepared = usable(message.part('Prepared'));
    this.edition = usable(message.part('Edition'));
    this.rounding = this.#rounding();
    this.isPublic = isPublic(message);
    for (const row of message.rows) row.facts = new RowFacts(this, row);
  }

  #rounding() {
    const group = this.message.part('Rounding');
    if (!group) return { declared: false, method: 'NONE' };
    const method = usable(this.message.part('Method', group));
    const base = usable(this.message.part('Base', group));
    return { declared: method !== 'NONE', method, base: base === undefined ? undefined : BigInt(base) * this.unit };
  }

  /** CHK-1: by how much figures may differ, or undefined when that cannot be said. */
  tolerance(figures) {
    const { method, base } = this.rounding;
    const n = BigInt(figures.length);
    let explained = 0n;
    if (method === undefined) return undefined;
    if (BASED.includes(method)) {
      if (base === undefined || base <= 0n) return undefined;
      if (method === 'NEAREST') explained = (base * n) / 2n;
      else if (method === 'RANDOM') explained = (base - 1n) * n;
      else explained = (base - 1n) * BigInt(figures.filter((figure) => -base <= figure && figure <= base).length);
    }
    const cut = (n + 1n) / 2n;
    return this.theme.scale > 0 && explained < cut ? cut : explained;
  }

  /** The code of the unit in which the dataset, or by default the theme, counts. */
  get datasetUnit() {
    const stated = this.message.dataset.get('UNIT_MEASURE');
    const unit = stated ? stated.ok && stated.value : this.theme.units[0];
    return unit ? lists.get('CL_UNIT').codes.get(unit) : undefined;
  }

  /** The code of a row's unit, its own or the dataset's. */
  unitOf(row) {
    return this.unitField ? row.facts.code(this.unitField) : this.datasetUnit;
  }

  /** Whether a code of the row's key has one of some flags. */
  keyHasFlag(row, flags) {
    return this.theme.key.some((field) => field.list && hasFlag(row.facts.code(field), flags));
  }
}

class RowFacts {
  constructor({ theme, status }, row) {
    this.row = row;
    const figure = row.get(theme.measure);
    this.figure = figure === undefined ? undefined : figureOf(figure);
    const period = row.get(theme.time);
    this.period = period === undefined ? undefined : periodOf(period);
    this.keyKnown = row.sound && theme.key.every((field) => row.get(field) !== undefined);
    this.statusUnclear = status !== undefined && row.bad.has(status.index);
    this.status = status && this.code(status);
  }

  /** The code of a field, if it has one that is known. */
  code(field) {
    const value = this.row.get(field);
    return value === undefined ? undefined : field.list.codes.get(value);
  }

  statusHas(flags) {
    return hasFlag(this.status, flags);
  }

  /** The period if there is one, in form and in the calendar. */
  get realPeriod() {
    return this.period?.exists ? this.period : undefined;
  }
}

export const hasFlag = (code, flags) => code !== undefined && flags.some((flag) => code.flags.has(flag));

export const usable = (part) => (part?.ok ? part.text : undefined);

export function isPublic(message) {
  const text = usable(message.part('Classification'));
  return text !== undefined && lists.get('CL_CLASSIFICATION').codes.get(text).flags.has('public');
}
