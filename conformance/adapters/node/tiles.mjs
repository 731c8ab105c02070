// CHK-1, `tiles`: classes that fill a range without gap or overlap.

export const isInside = (inner, outer) => inner.min >= outer.min && inner.max <= outer.max;
export const isSame = (one, other) => one.min === other.min && one.max === other.max;

/** The rows of a family whose codes are classes, with the classes, the largest first. */
export function classesOf(list, family) {
  const classes = [];
  for (const [text, row] of family) {
    const code = list.codes.get(text);
    if (code?.bounds) classes.push({ ...code.bounds, order: code.order, code: text, row });
  }
  return classes.sort((one, other) => (one.max === other.max ? one.order - other.order : other.max > one.max ? 1 : -1));
}

/** The first filling of a range with classes, which are tried in their order; undefined when there is none. */
export function fill(classes, min, max) {
  const hopeless = new Set();

  function from(place) {
    if (place > max) return [];
    if (hopeless.has(place)) return undefined;
    for (const candidate of classes) {
      if (candidate.min !== place || candidate.max > max) continue;
      const rest = candidate.max === Infinity ? [] : from(candidate.max + 1);
      if (rest) return [candidate, ...rest];
    }
    hopeless.add(place);
    return undefined;
  }

  return from(min);
}
