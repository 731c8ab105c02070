// CHK-4, MDX-V38: suppressed figures that the others give away.
import { aggregatesOf, membersOf } from './members.mjs';
import { applies, isOfPeople } from './row-rules.mjs';
import { sumOf } from './sums.mjs';
import { narrow } from './ranges.mjs';
import { byDimension } from './siblings.mjs';
import { classesOf, fill, isInside, isSame } from './tiles.mjs';

const BUILDERS = { sum: sumsOfParts, tiles: sumsOfClasses, members: sumsOfMembers };
const hasFigure = (row) => row.facts.figure !== undefined;

export function judgeDisclosure(facts, siblings) {
  if (!facts.isPublic || facts.tolerance([]) === undefined) return;
  const cells = new Set(siblings.rows.filter((row) => isCell(facts, row)));
  if (cells.size === 0) return;
  const ranges = narrow(cells, findSums(facts, siblings, cells), (figure) => rangeOf(facts, figure), facts.theme.negative);
  const width = ['NEAREST', 'RANDOM'].includes(facts.rounding.method) ? 2n * margin(facts, 0n) : 0n;
  for (const [low, high] of ranges.values()) {
    if (low === undefined || high === undefined) continue;
    if (low === high || (low > 0n && high - low <= width)) facts.findings.add('MDX-V38', facts.theme.measure.name);
  }
}

function isCell(facts, row) {
  if (row.values[facts.theme.measure.index] !== undefined || !isOfPeople(facts, row)) return false;
  const secrecy = facts.confidentiality && row.facts.code(facts.confidentiality);
  return row.facts.statusHas(['suppressed']) || (secrecy !== undefined && !secrecy.flags.has('free'));
}

/** By how much rounding may have moved a figure. */
function margin({ rounding: { method, base } }, figure) {
  if (method === 'NEAREST') return base / 2n;
  if (method === 'RANDOM') return base - 1n;
  return method === 'SMALL_CELL' && -base <= figure && figure <= base ? base - 1n : 0n;
}

function rangeOf(facts, figure) {
  const around = margin(facts, figure);
  const low = figure - around;
  return [low < 0n && figure >= 0n && !facts.theme.negative ? 0n : low, figure + around];
}

/** All sums in which a cell stands, each as the row of the total and those of the parts. */
function findSums(facts, siblings, cells) {
  const sums = [];
  const counts = (row) => hasFigure(row) || cells.has(row);
  for (const { name, list, checks } of byDimension(facts.theme, Object.keys(BUILDERS))) {
    for (const family of siblings.families(name)) {
      if (![...family.values()].some((row) => cells.has(row))) continue;
      for (const check of checks) {
        for (const [total, parts] of BUILDERS[check.kind]({ check, family, list, cells, counts })) {
          if (counts(total) && applies(facts.theme, check, total) && [total, ...parts].some((row) => cells.has(row))) sums.push({ total, parts });
        }
      }
    }
  }
  return sums;
}

function* sumsOfParts({ check, family, counts }) {
  const total = family.get(check.total);
  const parts = total && sumOf(check, family, counts);
  if (parts) yield [total, parts];
}

function* sumsOfMembers({ family, list, counts }) {
  const aggregates = aggregatesOf(list);
  for (const [code, row] of family) {
    const period = row.facts.realPeriod;
    const members = period && aggregates.has(code) && membersOf(aggregates, code, period, family, counts);
    if (members) yield [row, members];
  }
}

function* sumsOfClasses({ check, family, list, cells, counts }) {
  const classes = classesOf(list, family).filter(({ row }) => counts(row));
  const optional = (check.optional ?? []).map((code) => family.get(code)).filter(Boolean);
  const wholes = classes.map((total) => ({ total, parts: classes.filter((part) => isInside(part, total) && !isSame(part, total)) }));
  const seen = new Set();
  for (const { total, parts } of wholes) {
    const extra = total.code === '_T' ? optional : [];
    if (!extra.every(counts)) continue;
    const places = parts.filter(({ row }) => cells.has(row));
    if (cells.has(total.row) || extra.some((row) => cells.has(row))) places.push(undefined);
    for (const place of places) {
      const filling = place ? around(parts, total, place, cells) : either(parts, total.min, total.max, cells);
      const key = filling && `${total.code} ${filling.map(({ code }) => code)}`;
      if (!filling || seen.has(key)) continue;
      seen.add(key);
      yield [total.row, [...filling.map(({ row }) => row), ...extra]];
    }
  }
}

/** A filling of a class with a cell in its place. */
function around(parts, total, cell, cells) {
  const left = cell.min === total.min ? [] : either(parts, total.min, cell.min - 1, cells);
  const right = cell.max === total.max ? [] : either(parts, cell.max + 1, total.max, cells);
  return left && right && [...left, cell, ...right];
}

/** A filling with classes that have figures or, if there is none, with cells too. */
function either(parts, min, max, cells) {
  return fill(parts.filter(({ row }) => !cells.has(row)), min, max) ?? fill(parts, min, max);
}
