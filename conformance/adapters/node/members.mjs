// CHK-1, `members`: of what an aggregate is the sum in a period.
import { validFrom, validTo } from './calendar.mjs';
import { words } from './catalogue.mjs';

const APART = words('MDX-V17', 'apart');
const OPTIONAL = words('MDX-V17', 'optional');
const known = new Map();

/** The members of each aggregate of a list, with their days. */
export function aggregatesOf(list) {
  if (known.has(list.id)) return known.get(list.id);
  const aggregates = new Map();
  const add = (aggregate, member) => aggregates.set(aggregate, [...(aggregates.get(aggregate) ?? []), member]);
  for (const { group, member, from, to } of list.groups) add(group, { code: member, from: validFrom(from), to: validTo(to), optional: false });
  const grouped = new Set(aggregates.keys());
  for (const { code, parent, flags, validFrom: from, validTo: to } of list.codes.values()) {
    if (parent === undefined || grouped.has(parent)) continue;
    if (!aggregates.has(parent)) aggregates.set(parent, []);
    if (APART.some((flag) => flags.has(flag))) continue;
    add(parent, { code, from: validFrom(from), to: validTo(to), optional: OPTIONAL.some((flag) => flags.has(flag)) });
  }
  known.set(list.id, aggregates);
  return aggregates;
}

/** The rows that add up to an aggregate, or undefined when it is not judged. `counts` says which rows can be added. */
export function membersOf(aggregates, aggregate, period, family, counts) {
  const rows = [];
  const above = [];

  function collect(code) {
    if (above.includes(code)) return false;
    above.push(code);
    const all = aggregates.get(code).every((member) => {
      if (member.from > period.last || member.to < period.first) return true;
      const row = family.get(member.code);
      if (row) {
        const lasting = member.optional || (member.from <= period.first && member.to >= period.last);
        if (!counts(row) || !lasting) return false;
        rows.push(row);
        return true;
      }
      return member.optional || (aggregates.has(member.code) && collect(member.code));
    });
    above.pop();
    return all;
  }

  return collect(aggregate) && rows.length > 0 ? rows : undefined;
}
