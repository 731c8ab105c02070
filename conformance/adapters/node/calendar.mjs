// Days are counted from 1970-01-01 in the Gregorian calendar.

export function isLeap(year) {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInMonth(year, month) {
  return month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}

const weekday = (day) => (((day + 3) % 7) + 7) % 7; // Monday is 0

/** Monday of week 1: the week that holds 4 January. */
function firstMonday(year) {
  const fourth = dayNumber(year, 1, 4);
  return fourth - weekday(fourth);
}

/** The day of a text in the form of a date or an instant, or undefined if there is no such day. */
export function dayOf(text) {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  return day >= 1 && day <= daysInMonth(year, month) ? dayNumber(year, month, day) : undefined;
}

/** The day some calendar months before, the last of its month where there is no such day. */
export function monthsBefore(text, months) {
  const [year, month, day] = [text.slice(0, 4), text.slice(5, 7), text.slice(8, 10)].map(Number);
  const count = year * 12 + month - 1 - months;
  const [y, m] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  return dayNumber(y, m, Math.min(day, daysInMonth(y, m)));
}

const MONTHS = { A: 12, S: 6, Q: 3, M: 1 };

/** A period as frequency, number in the order of that frequency, first and last day; `exists` is false for impossible days. */
export function periodOf(text) {
  const year = Number(text.slice(0, 4));
  const rest = text.slice(5);
  if (/^W/.test(rest)) {
    const first = firstMonday(year) + 7 * (Number(rest.slice(1)) - 1);
    return { frequency: 'W', order: (first + 3) / 7, first, last: first + 6, exists: first < firstMonday(year + 1) };
  }
  if (/^\d\d-/.test(rest)) {
    const day = dayOf(text);
    return { frequency: 'D', order: day, first: day, last: day, exists: day !== undefined };
  }
  const frequency = rest === '' ? 'A' : /^[SQ]/.test(rest) ? rest[0] : 'M';
  const place = rest === '' ? 0 : Number(rest.replace(/^[SQ]/, '')) - 1;
  return monthsPeriod(frequency, (year * 12) / MONTHS[frequency] + place);
}

function monthsPeriod(frequency, order) {
  const start = order * MONTHS[frequency];
  const end = start + MONTHS[frequency] - 1;
  const [fromYear, fromMonth, toYear, toMonth] = [Math.floor(start / 12), (start % 12) + 1, Math.floor(end / 12), (end % 12) + 1];
  return {
    frequency,
    order,
    first: dayNumber(fromYear, fromMonth, 1),
    last: dayNumber(toYear, toMonth, daysInMonth(toYear, toMonth)),
    exists: true,
  };
}

/** The numbers of the periods of a shorter frequency that fill a period. */
export function partsOf(period, frequency) {
  const count = MONTHS[period.frequency] / MONTHS[frequency];
  return Array.from({ length: count }, (_, place) => period.order * count + place);
}

/** First or last day of a validity, which is a year or a day. */
export const validFrom = (text) => (text === undefined ? -Infinity : text.length === 4 ? dayNumber(Number(text), 1, 1) : dayOf(text));
export const validTo = (text) => (text === undefined ? Infinity : text.length === 4 ? dayNumber(Number(text), 12, 31) : dayOf(text));
