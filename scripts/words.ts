// Lists the words that the German has not yet; with a name, writes them into that file of the catalogue, to be filled in.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { german } from '../packages/words/src/de.ts';
import { findWords } from '../packages/words/src/testing/find-words.ts';
import { root, say } from './run.ts';

const [name] = process.argv.slice(2);
const missing = new Map(findWords().flatMap((word) => (Object.hasOwn(german, word.key) ? [] : [[word.key, word]])));

if (name === undefined) {
  for (const { key, place } of missing.values()) say(`${place} ${key}`);
  say(`${missing.size} missing`);
} else {
  const file = path.join(root, 'packages', 'words', 'src', 'de', `${name}.json`);
  const known: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const added = [...missing.values()].map(({ key, counts }) => [key, counts ? { one: '', other: '' } : '']);
  writeFileSync(file, `${JSON.stringify({ ...Object(known), ...Object.fromEntries(added) }, null, 2)}\n`);
}
