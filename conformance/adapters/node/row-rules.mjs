// Rules on single rows: VAL-4, CODE-2, CODE-3, ROW-3, ROW-4, MSG-6, and those of CHK on single rows.
import { dayOf, monthsBefore, periodOf, validTo } from './calendar.mjs';
import { editions, number, words } from './catalogue.mjs';
import { hasFlag, isOneThing, usable } from './facts.mjs';
import { figureOf } from './values.mjs';

const WITHDRAWN_EXEMPT = words('MDX-V48', 'exempt');
const EXPECTED = words('MDX-V67', 'expected');
const PROVISIONAL_MONTHS = Number(number('MDX-V32', 'months'));
const SMALLEST = number('MDX-V37', 'smallest');
const LEAST_GROUP = number('MDX-V37', 'least');
const ESTIMATES = words('MDX-V37', 'estimates');
const PEOPLE_EXEMPT = words('MDX-V37', 'exempt');

export function judgeRow(facts, row) {
  judgePeriod(facts, row);
  judgeCodes(facts, row);
  judgeCoverage(facts, row);
  if (facts.deletes) {
    if (row.values[facts.theme.measure.index] !== undefined) facts.findings.add('MDX-V51', facts.theme.measure.name);
    return;
  }
  judgeStatus(facts, row);
  judgeFigure(facts, row);
  judgeUnit(facts, row);
  judgeTiming(facts, row);
  judgePublic(facts, row);
  if (row.facts.keyKnown) for (const check of facts.theme.checks) judgeCheck(facts, row, check);
}

function judgePeriod({ findings, theme }, row) {
  if (row.facts.period && !row.facts.period.exists) findings.add('MDX-V04', theme.time.name);
}

function judgeCodes({ findings, theme, edition }, row) {
  const period = row.facts.realPeriod;
  for (const field of theme.fields) {
    if (field.type !== 'code') continue;
    const code = row.facts.code(field);
    if (!code) continue;
    const judged = editions.includes(edition) && !(field.list.since > edition);
    if (field.list.open && judged && code.since > edition) findings.add('MDX-V54', field.name);
    if (!period || code.validTo === undefined || WITHDRAWN_EXEMPT.includes(field.name)) continue;
    if (validTo(code.validTo) < period.first) findings.add('MDX-V48', field.name);
  }
}

function judgeCoverage(facts, row) {
  const coverage = (facts.coverage ??= readCoverage(facts));
  const area = row.get(facts.reporter);
  if (coverage.areas && area !== undefined && !coverage.areas.has(area)) facts.findings.add('MDX-V52', facts.reporter.name);
  const period = row.facts.realPeriod;
  if (period && (period.first < coverage.from || period.last > coverage.until)) facts.findings.add('MDX-V52', facts.theme.time.name);
}

function readCoverage({ message, reporter }) {
  const group = message.part('Coverage');
  const areas = message.parts('Area', group ?? { parts: [] });
  const bound = (name, take, open) => {
    const part = group && message.part(name, group);
    if (part === undefined) return open;
    return part.ok ? take(periodOf(part.text)) : NaN;
  };
  const from = bound('From', (period) => period.first, -Infinity);
  const until = bound('Until', (period) => period.last, Infinity);
  const clear = !Number.isNaN(from) && !Number.isNaN(until);
  return {
    areas: areas.length > 0 && areas.every(({ ok }) => ok) ? within(reporter.list, areas.map(({ text }) => text)) : undefined,
    from: clear ? from : -Infinity,
    until: clear ? until : Infinity,
  };
}

/** ROW-4: all codes that are one of some codes or part of one. */
function within(list, codes) {
  const found = new Set(codes);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { code, parent } of list.codes.values()) if (found.has(parent)) found.add(code);
    for (const { group, member } of list.groups) if (found.has(group)) found.add(member);
  }
  return found;
}

function judgeStatus({ findings, theme, status }, row) {
  if (!status || row.facts.statusUnclear) return;
  if (row.values[theme.measure.index] === undefined && !row.bad.has(theme.measure.index)) {
    if (!row.facts.statusHas(['missing', 'explains_gap'])) findings.add('MDX-V07', theme.measure.name);
  } else if (row.facts.figure !== undefined && row.facts.statusHas(['missing'])) findings.add('MDX-V08', theme.measure.name);
}

function judgeFigure({ findings, theme, rounding }, row) {
  const { figure } = row.facts;
  if (figure === undefined) return;
  if (figure < 0n && !theme.negative) findings.add('MDX-V05', theme.measure.name);
  const { method, base } = rounding;
  if (method === 'NEAREST' && base > 0n && figure % base !== 0n) findings.add('MDX-V15', theme.measure.name);
}

function judgeUnit({ findings, theme, unitField }, row) {
  if (unitField && isForeignUnit(theme, row.facts.code(unitField))) findings.add('MDX-V42', 'UNIT_MEASURE');
}

export function isForeignUnit({ units }, code) {
  return code !== undefined && units.length > 0 && !units.includes(code.code) && !code.flags.has('any_unit') && !code.code.startsWith('_');
}

function judgeTiming({ findings, theme, prepared }, row) {
  const period = row.facts.realPeriod;
  if (!period || prepared === undefined) return;
  if (row.facts.statusHas(['provisional']) && period.last < monthsBefore(prepared, PROVISIONAL_MONTHS)) findings.add('MDX-V32', 'OBS_STATUS');
  const stated = row.values[theme.measure.index] !== undefined;
  if (stated && period.first > dayOf(prepared) + 1 && !row.facts.statusHas(EXPECTED)) findings.add('MDX-V67', theme.time.name);
}

/** CHK-4: whether a row is about people. */
export function isOfPeople(facts, row) {
  if (facts.theme.scale > 0 || facts.keyHasFlag(row, PEOPLE_EXEMPT)) return false;
  return facts.unitField !== undefined || !hasFlag(facts.datasetUnit, PEOPLE_EXEMPT);
}

function judgePublic(facts, row) {
  const { findings, theme, confidentiality } = facts;
  const { figure } = row.facts;
  const k = facts.message.dataset.get('K_ANONYMITY');
  const group = k?.ok ? BigInt(k.value) : 0n;
  if (group >= 2n && figure > 0n && figure < group * facts.unit) findings.add('MDX-V39', theme.measure.name);
  if (!facts.isPublic) return;
  const secrecy = confidentiality && row.facts.code(confidentiality);
  const stated = row.values[theme.measure.index] !== undefined;
  if (stated && secrecy && !secrecy.flags.has('free')) findings.add('MDX-V40', theme.measure.name);
  if (figure > 0n && group < LEAST_GROUP && isSmall(facts, row)) findings.add('MDX-V37', theme.measure.name);
}

function isSmall(facts, row) {
  const { figure } = row.facts;
  const { declared, method, base } = facts.rounding;
  let most = SMALLEST;
  if (row.facts.statusHas(ESTIMATES)) return false;
  if (declared) {
    if (method === undefined || base === undefined || base < 2n) return false;
    if (method === 'SMALL_CELL' && base > most) most = base;
    if (method === 'SMALL_CELL' ? figure === base : figure % base === 0n) return false;
  }
  return figure < most && isOfPeople(facts, row);
}

/** CHK-3: whether a check's `where` holds for a row. */
export function applies(theme, check, row) {
  return Object.entries(check.where ?? {}).every(([name, codes]) => codes.includes(row.get(theme.byName.get(name))));
}

function judgeCheck(facts, row, check) {
  const { findings, theme } = facts;
  if (!['differ', 'same', 'stated', 'within'].includes(check.kind) || !applies(theme, check, row)) return;
  const fields = check.dimensions.map((name) => theme.byName.get(name));
  if (check.kind === 'within') {
    const value = row.get(fields[0]);
    if (value === undefined) return;
    const unit = 10n ** BigInt(fields[0].scale ?? 0);
    const [found, least, most] = [figureOf(value), check.least, check.most];
    if ((least !== undefined && found < BigInt(least) * unit) || (most !== undefined && found > BigInt(most) * unit)) findings.add(check.rule, fields[0].name);
    return;
  }
  if (!row.facts.figure) return;
  const things = fields.map((field) => isOneThing(row.get(field), field.list && row.facts.code(field)));
  if (check.kind === 'stated') {
    if (!things[0]) findings.add(check.rule, fields[0].name);
  } else if (things.every(Boolean)) {
    const same = row.get(fields[0]) === row.get(fields[1]);
    if (same === (check.kind === 'differ')) findings.add(check.rule, fields[0].name);
  }
}
