/** Rows that differ in one dimension only, found by the code that they have in it. */
export class Siblings {
  #name;
  #families;

  constructor({ theme, message }, rows) {
    this.theme = theme;
    this.rows = rows;
    this.faulty = message.rows.filter((row) => !row.sound && theme.key.every((field) => row.get(field) !== undefined)).map(presence);
  }

  /** The families of rows that are siblings in a field, each as code to row. */
  families(name) {
    if (this.#name !== name) {
      const field = this.theme.byName.get(name);
      const others = this.theme.key.filter((other) => other !== field).map((other) => other.index);
      const families = new Map();
      for (const row of [...this.rows, ...this.faulty]) {
        const key = others.map((index) => row.values[index]).join('\0');
        if (!families.has(key)) families.set(key, new Map());
        const family = families.get(key);
        const code = row.values[field.index];
        if (!family.has(code)) family.set(code, row);
      }
      this.#name = name;
      this.#families = [...families.values()];
    }
    return this.#families;
  }
}

/** Of a row with a structural error: that it is there, and nothing else. */
function presence(row) {
  return { faulty: true, values: row.values, get: (field) => row.get(field), facts: { figure: undefined, realPeriod: undefined } };
}

/** Checks of some kinds, those of one dimension together: dimension, its list, checks. */
export function byDimension(theme, kinds) {
  const groups = new Map();
  for (const check of theme.checks) {
    if (!kinds.includes(check.kind)) continue;
    const name = check.dimensions[0];
    if (!groups.has(name)) groups.set(name, { name, list: theme.byName.get(name).list, checks: [] });
    groups.get(name).checks.push(check);
  }
  return groups.values();
}
