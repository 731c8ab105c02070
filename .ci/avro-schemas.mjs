// Parses every published Avro schema with a reader that is not Java's (npm avsc), and sends one row through each.
// Usage: node .ci/avro-schemas.mjs schema/published/1.0/avro
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AVSC = 'avsc@5.7.9';

function check(avro, path) {
  const type = avro.Type.forSchema(JSON.parse(readFileSync(path, 'utf8')));
  const row = type.random();
  if (type.compare(type.fromBuffer(type.toBuffer(row)), row) !== 0) {
    throw new Error(`${path}: a row does not survive`);
  }
  console.log(`${type.name}: ${type.fields.length} fields`);
}

function main(folder) {
  const home = mkdtempSync(join(tmpdir(), 'avsc-'));
  try {
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', home, AVSC], {
      stdio: 'inherit',
    });
    const avro = createRequire(join(home, 'index.js'))('avsc');
    const files = readdirSync(folder).filter((name) => name.endsWith('.avsc')).sort();
    if (files.length === 0) {
      throw new Error(`no .avsc file in ${folder}`);
    }
    files.forEach((name) => check(avro, join(folder, name)));
    return 0;
  } catch (e) {
    console.error(e.message);
    return 1;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

if (process.argv.length !== 3) {
  console.error('usage: node .ci/avro-schemas.mjs FOLDER');
  process.exitCode = 2;
} else {
  process.exitCode = main(process.argv[2]);
}
