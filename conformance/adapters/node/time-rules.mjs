// CHK-5: rules on several periods.
import { partsOf } from './calendar.mjs';
import { number, words } from './catalogue.mjs';
import { hasFlag } from './facts.mjs';

const LEAST_JUMP = number('MDX-V30', 'least');
const FACTOR = number('MDX-V30', 'factor');
const ANNOUNCED = words('MDX-V30', 'announced');
const STOCK_EXEMPT = words('MDX-V41', 'exempt');
const FLOW_EXEMPT = words('MDX-V62', 'exempt');
const FREQUENCIES = ['A', 'S', 'Q', 'M'];
const PERIODS = Number(number('MDX-V34', 'periods'));
const REPORTERS = Number(number('MDX-V34', 'reporters'));
const PERCENT = Number(number('MDX-V34', 'percent'));
const PROVISIONAL = words('MDX-V34', 'provisional');
const LOOK_BACK = 12;

export function judgeTimes(facts, rows) {
  const series = seriesOf(facts.theme, rows);
  const several = facts.theme.time.frequencies.filter((frequency) => FREQUENCIES.includes(frequency)).length > 1;
  for (const one of series) {
    judgeJumps(facts, one);
    if (several) judgeParts(facts, one);
  }
  judgeReporters(facts);
}

/** Rows with figures that differ in the period only: frequency to number of the period to row. */
function seriesOf(theme, rows) {
  const dimensions = theme.key.filter((field) => field !== theme.time).map((field) => field.index);
  const series = new Map();
  for (const row of rows) {
    const { figure, realPeriod } = row.facts;
    if (figure === undefined || !realPeriod) continue;
    const key = dimensions.map((index) => row.values[index]).join('\0');
    if (!series.has(key)) series.set(key, new Map());
    const frequencies = series.get(key);
    if (!frequencies.has(realPeriod.frequency)) frequencies.set(realPeriod.frequency, new Map());
    frequencies.get(realPeriod.frequency).set(realPeriod.order, row);
  }
  return series.values();
}

function judgeJumps({ findings, theme, unit }, series) {
  for (const rows of series.values()) {
    for (const [order, row] of rows) {
      const before = rows.get(order - 1)?.facts.figure;
      const here = row.facts.figure;
      if (!(before > 0n && here > 0n) || row.facts.statusHas(ANNOUNCED)) continue;
      const [smaller, larger] = before < here ? [before, here] : [here, before];
      if (larger - smaller >= LEAST_JUMP * unit && larger / smaller >= FACTOR) findings.add('MDX-V30', theme.measure.name);
    }
  }
}

/** MDX-V41 and MDX-V62: a period beside the shorter ones in it. */
function judgeParts(facts, series) {
  const { theme } = facts;
  if (theme.stock && theme.scale > 0) return;
  for (const frequency of FREQUENCIES) {
    for (const row of series.get(frequency)?.values() ?? []) {
      if (facts.keyHasFlag(row, theme.stock ? STOCK_EXEMPT : FLOW_EXEMPT)) continue;
      const unit = facts.unitOf(row);
      if (!theme.stock && !isAddable(theme, unit)) continue;
      const shorter = FREQUENCIES.slice(FREQUENCIES.indexOf(frequency) + 1).filter((part) => series.has(part));
      shorter.some((part) => {
        const parts = partsOf(row.facts.period, part).map((order) => series.get(part).get(order));
        const rule = theme.stock ? stockFault(facts, row, parts) : flowFault(facts, row, parts, hasFlag(unit, ['additive']));
        if (rule) facts.findings.add(rule, theme.time.name);
        return rule;
      });
    }
  }
}

function isAddable(theme, unit) {
  if (!unit) return theme.scale === 0;
  return hasFlag(unit, ['additive', 'recurring', 'any_unit']) || unit.code.startsWith('_');
}

function sumUp(facts, row, parts) {
  const figures = parts.map((part) => part.facts.figure);
  const sum = figures.reduce((total, figure) => total + figure, 0n);
  return { excess: row.facts.figure - sum, tolerance: facts.tolerance([row.facts.figure, ...figures]) };
}

const size = (value) => (value < 0n ? -value : value);

function stockFault(facts, row, parts) {
  if (!parts.every(Boolean)) return undefined;
  const { excess, tolerance } = sumUp(facts, row, parts);
  if (tolerance === undefined || size(excess) > tolerance) return undefined;
  return size(row.facts.figure - parts.at(-1).facts.figure) > tolerance ? 'MDX-V41' : undefined;
}

function flowFault(facts, row, parts, additive) {
  const whole = row.facts.figure;
  const exceeds = (part) => part && part.facts.figure - whole > (facts.tolerance([whole, part.facts.figure]) ?? Infinity);
  if (!facts.theme.negative && parts.some(exceeds)) return 'MDX-V62';
  if (!parts.every(Boolean)) return undefined;
  const { excess, tolerance } = sumUp(facts, row, parts);
  if (tolerance === undefined) return undefined;
  return excess > tolerance || (additive && -excess > tolerance) ? 'MDX-V62' : undefined;
}

/** MDX-V34: periods for which few of the usual areas report. */
function judgeReporters({ message, findings, theme, reporter }) {
  const frequencies = new Map();
  for (const row of message.rows) {
    const { figure, period } = row.facts;
    if (figure === undefined || !period) continue;
    const text = row.get(theme.time);
    if (!frequencies.has(period.frequency)) frequencies.set(period.frequency, new Map());
    const periods = frequencies.get(period.frequency);
    if (!periods.has(text)) periods.set(text, { areas: new Set(), final: false });
    const area = row.facts.code(reporter);
    if (!area || area.aggregate || area.code.startsWith('_')) continue;
    periods.get(text).areas.add(area.code);
    if (!row.facts.statusHas(PROVISIONAL)) periods.get(text).final = true;
  }
  for (const periods of frequencies.values()) {
    const inOrder = [...periods].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, period]) => period);
    inOrder.forEach(({ areas, final }, place) => {
      if (place < PERIODS) return;
      const counts = inOrder.slice(Math.max(0, place - LOOK_BACK), place).map((before) => before.areas.size).sort((a, b) => a - b);
      const usual = counts[Math.floor(counts.length / 2)];
      if (usual >= REPORTERS && areas.size * 100 < usual * PERCENT && final) findings.add('MDX-V34', theme.time.name);
    });
  }
}
