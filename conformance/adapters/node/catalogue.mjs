// The published catalogue, indexed.
import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('../../../schema/published/1.0/catalogue/', import.meta.url);

const load = (path) => JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8'));

function loadAll(folder, prepare) {
  const found = new Map();
  for (const file of readdirSync(new URL(`${folder}/`, FOLDER)).sort()) {
    const item = prepare(load(`${folder}/${file}`));
    found.set(item.id, item);
  }
  return found;
}

function prepareList(list) {
  const codes = new Map();
  const aliases = new Set();
  list.codes.forEach((code, order) => {
    const { min, max } = code.properties ?? {};
    codes.set(code.code, {
      ...code,
      order,
      flags: new Set(code.flags),
      bounds: min === undefined ? undefined : { min: Number(min), max: max === undefined ? Infinity : Number(max) },
    });
    for (const words of Object.values(code.aliases ?? {})) words.forEach((word) => aliases.add(word));
  });
  const pattern = list.pattern === undefined ? undefined : new RegExp(`^(?:${list.pattern})$`, 'u');
  return { ...list, codes, aliases, pattern, groups: list.groups ?? [] };
}

function prepareFields(fields) {
  return fields.map((field, index) => ({ ...field, index, list: field.list && lists.get(field.list) }));
}

function prepareTheme(theme) {
  const fields = prepareFields(theme.fields);
  const byName = new Map(fields.map((field) => [field.name, field]));
  return {
    ...theme,
    fields,
    byName,
    dataset: prepareFields(theme.dataset),
    units: theme.units ?? [],
    key: fields.filter((field) => field.role === 'dimension' || field.role === 'time'),
    time: fields.find((field) => field.role === 'time'),
    measure: fields.find((field) => field.role === 'measure'),
    scale: fields.find((field) => field.role === 'measure').scale ?? 0,
  };
}

const { standard, editions } = load('edition.json');
export { editions };
export const [MAJOR, MINOR] = standard.split('.').map(Number);
export const rules = new Map(load('rules.json').rules.map((rule) => [rule.id, rule]));
export const lists = loadAll('codelists', prepareList);
export const types = loadAll('types', (type) => ({ ...type, fields: prepareFields(type.fields) }));
export const themes = loadAll('themes', prepareTheme);

/** A parameter of a rule, as words. */
export const words = (rule, name) => (rules.get(rule).parameters?.[name] ?? '').split(' ').filter(Boolean);
export const number = (rule, name) => BigInt(rules.get(rule).parameters[name]);

/** Every name of an element or attribute that the standard has. */
export const names = new Set(['Message', 'Header', 'Receipt', 'Obs', 'version', 'id', 'action']);
for (const type of types.values()) type.fields.forEach((field) => names.add(field.name));
for (const theme of themes.values()) {
  names.add(theme.id);
  for (const field of [...theme.fields, ...theme.dataset]) names.add(field.name);
}
