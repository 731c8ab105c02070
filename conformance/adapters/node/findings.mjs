import { rules } from './catalogue.mjs';

/** Reading ends here, for a reason that the message gives. */
export class Stop extends Error {
  constructor(rule, reason) {
    super(reason);
    this.rule = rule;
  }
}

/** What was found, counted by rule and field. */
export class Findings {
  #rules = new Map(); // rule to field to count

  add(rule, field = '') {
    let counts = this.#rules.get(rule);
    if (!counts) this.#rules.set(rule, (counts = new Map()));
    counts.set(field, (counts.get(field) ?? 0) + 1);
  }

  clear() {
    this.#rules.clear();
  }

  list() {
    return [...this.#rules].flatMap(([rule, counts]) =>
      [...counts].map(([field, count]) => ({ rule, severity: rules.get(rule).severity, count, ...(field && { field }) })),
    );
  }

  has(test) {
    return this.list().some(test);
  }

  get verdict() {
    if (this.has((finding) => finding.severity === 'error')) return 'notConformant';
    return this.has(({ rule }) => rule === 'MDX-S14' || rule === 'MDX-S19') ? 'incomplete' : 'conformant';
  }

  /** DIG-3, AVRO-6: whether all of the message is understood. */
  get blocksDigest() {
    return this.has(({ rule, severity }) => (rule.startsWith('MDX-S') && severity === 'error') || rule === 'MDX-S14');
  }
}
