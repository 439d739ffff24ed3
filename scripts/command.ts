// Runs a command of the built server: `node scripts/command.ts backup`. What is built is left as it is: a server may be running on it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root, run, say } from './run.ts';

const main = path.join(root, 'apps', 'server', 'dist', 'main.js');

function isBuilt(): boolean {
  if (existsSync(main)) return true;
  say('Talkan is not built yet: that comes first.');
  return run({ command: 'tsc', args: ['-b', 'apps/server'] });
}

const done = isBuilt() && run({ command: process.execPath, args: [main, ...process.argv.slice(2)] });
process.exitCode = done ? 0 : 1;
