// CHK-1 and CHK-2: checks among siblings.
import { lists, rules } from './catalogue.mjs';
import { aggregatesOf, membersOf } from './members.mjs';
import { applies, isForeignUnit } from './row-rules.mjs';
import { byDimension } from './siblings.mjs';
import { classesOf, fill, isInside, isSame } from './tiles.mjs';

const hasFigure = (row) => row?.facts.figure !== undefined;
const KINDS = { sum: judgeSum, at_most: judgeAtMost, tiles: judgeTiles, members: judgeMembers, classes: judgeClasses };

export function judgeSums(facts, siblings) {
  for (const { name, list, checks } of byDimension(facts.theme, Object.keys(KINDS))) {
    for (const family of siblings.families(name)) {
      for (const check of checks) KINDS[check.kind](facts, check, family, list);
    }
  }
}

function tell({ findings, rounding }, check) {
  const { rounded } = rules.get(check.rule).parameters ?? {};
  const softer = rounding.declared && rounded && ['sum', 'at_most', 'tiles'].includes(check.kind);
  findings.add(softer ? rounded : check.rule, check.dimensions[0]);
}

const add = (rows) => rows.reduce((sum, row) => sum + row.facts.figure, 0n);

/** By how much a total lies above its parts, and how much is allowed. */
function compare(facts, total, parts) {
  const tolerance = facts.tolerance([total, ...parts].map((row) => row.facts.figure));
  return { difference: total.facts.figure - add(parts), tolerance };
}

function mustEqual(facts, check, total, parts) {
  const { difference, tolerance } = compare(facts, total, parts);
  if (tolerance !== undefined && (difference > tolerance || -difference > tolerance)) tell(facts, check);
}

/** The rows of the parts of a sum, or undefined if it is not judged. `counts` says which rows can be added. */
export function sumOf(check, family, counts) {
  const parts = (check.parts ?? []).map((code) => family.get(code));
  const optional = (check.optional ?? []).map((code) => family.get(code)).filter(Boolean);
  const rows = [...parts, ...optional];
  return rows.length > 0 && rows.every((row) => row && counts(row)) ? rows : undefined;
}

function judgeSum(facts, check, family) {
  const total = family.get(check.total);
  if (!hasFigure(total) || !applies(facts.theme, check, total)) return;
  const parts = sumOf(check, family, hasFigure);
  if (parts) mustEqual(facts, check, total, parts);
}

function judgeAtMost(facts, check, family) {
  const total = family.get(check.total);
  if (!hasFigure(total) || !applies(facts.theme, check, total)) return;
  const parts = [...(check.parts ?? []), ...(check.optional ?? [])].map((code) => family.get(code)).filter(hasFigure);
  if (parts.length === 0) return;
  const { difference, tolerance } = compare(facts, total, parts);
  if (tolerance !== undefined && -difference > tolerance) tell(facts, check);
}

function judgeTiles(facts, check, family, list) {
  const classes = classesOf(list, family).filter(({ row }) => hasFigure(row));
  for (const total of classes) {
    if (!applies(facts.theme, check, total.row)) continue;
    const smaller = classes.filter((part) => isInside(part, total) && !isSame(part, total));
    const filling = fill(smaller, total.min, total.max);
    if (!filling) continue;
    const parts = filling.map(({ row }) => row);
    const optional = total.code === '_T' ? (check.optional ?? []).map((code) => family.get(code)) : [];
    if (optional.some((row) => row?.faulty)) continue;
    parts.push(...optional.filter(hasFigure));
    mustEqual(facts, check, total.row, parts);
  }
}

function judgeMembers(facts, check, family, list) {
  const aggregates = aggregatesOf(list);
  for (const [code, row] of family) {
    const period = row.facts.realPeriod;
    if (!aggregates.has(code) || !hasFigure(row) || !period || !applies(facts.theme, check, row)) continue;
    const members = membersOf(aggregates, code, period, family, hasFigure);
    if (members) mustEqual(facts, check, row, members);
  }
}

function judgeClasses(facts, check, family, list) {
  const classes = classesOf(list, family).filter(({ row }) => !row.faulty && applies(facts.theme, check, row));
  classes.forEach((one, place) => {
    for (const other of classes.slice(place + 1)) {
      const shared = one.min <= other.max && other.min <= one.max;
      if (shared && !isInside(one, other) && !isInside(other, one)) tell(facts, check);
    }
  });
}

/** CHK-3: the unit that the dataset states, judged once. */
export function judgeDatasetUnit({ message, findings, theme }) {
  const stated = message.dataset.get('UNIT_MEASURE');
  if (stated?.ok && isForeignUnit(theme, lists.get('CL_UNIT').codes.get(stated.value))) findings.add('MDX-V42', 'UNIT_MEASURE');
}
