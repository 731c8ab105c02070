// CHK-4, MDX-V38, steps 2 and 3: ranges of suppressed figures. An end that is undefined is unbounded.

const MOST_STEPS = 5_000_000; // terms looked at, so that no message takes forever

const highest = (one, other) => (one === undefined || (other !== undefined && other > one) ? other : one);
const lowest = (one, other) => (one === undefined || (other !== undefined && other < one) ? other : one);

/** The range of each cell, narrowed by all sums until nothing changes. */
export function narrow(cells, sums, rangeOf, negative) {
  const first = () => [negative ? undefined : 0n, undefined];
  const ranges = new Map([...cells].map((cell) => [cell, first()]));
  const left = new Set(); // cells that contradictions empty
  const rangeAt = (row) => ranges.get(row) ?? rangeOf(row.facts.figure);
  const sumsOf = new Map([...cells].map((cell) => [cell, []]));
  for (const sum of sums) for (const row of [sum.total, ...sum.parts]) sumsOf.get(row)?.push(sum);

  const waiting = new Set(sums);
  let steps = 0;
  for (const sum of waiting) {
    if ((steps += sum.parts.length + 1) > MOST_STEPS) break;
    waiting.delete(sum);
    for (const [row, low, high] of boundsIn(sum, rangeAt)) {
      if (!cells.has(row) || left.has(row)) continue;
      const [oldLow, oldHigh] = ranges.get(row);
      let range = [highest(oldLow, low), lowest(oldHigh, high)];
      if (range[0] === oldLow && range[1] === oldHigh) continue;
      if (range[0] !== undefined && range[1] !== undefined && range[0] > range[1]) {
        left.add(row);
        range = first();
      }
      ranges.set(row, range);
      for (const other of sumsOf.get(row)) waiting.add(other);
    }
  }
  return ranges;
}

/** What a sum says of each of its terms: row, lower and upper end. */
function* boundsIn({ total, parts }, rangeAt) {
  const partRanges = parts.map(rangeAt);
  const lows = addUp(partRanges.map(([low]) => low));
  const highs = addUp(partRanges.map(([, high]) => high));
  yield [total, lows.without(undefined), highs.without(undefined)];
  const [totalLow, totalHigh] = rangeAt(total);
  for (const [place, row] of parts.entries()) {
    const otherHighs = highs.without(place);
    const otherLows = lows.without(place);
    const low = totalLow === undefined || otherHighs === undefined ? undefined : totalLow - otherHighs;
    const high = totalHigh === undefined || otherLows === undefined ? undefined : totalHigh - otherLows;
    yield [row, low, high];
  }
}

/** A sum of ends from which one can be left out; undefined where an end that stays is unbounded. */
function addUp(ends) {
  const open = ends.filter((end) => end === undefined).length;
  const sum = ends.reduce((total, end) => total + (end ?? 0n), 0n);
  return {
    without(place) {
      if (place === undefined) return open > 0 ? undefined : sum;
      const own = ends[place];
      return open - (own === undefined ? 1 : 0) > 0 ? undefined : sum - (own ?? 0n);
    },
  };
}
