// Both sides while they are being changed: the compiler and the server start anew by themselves, Vite updates the page.
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { root, run, say } from './run.ts';

const children: ChildProcess[] = [];
let ending = false;

function start(name: string, args: readonly string[], cwd = root): void {
  const [command = '', ...rest] = args;
  const child = spawn(command, rest, { cwd, stdio: 'inherit', env: process.env });
  children.push(child);
  child.once('exit', (code) => {
    if (!ending) say(`${name} ended (${code ?? 'by a signal'}), so everything ends.`);
    end(code ?? 1);
  });
  child.once('error', (error) => {
    say(`${name} cannot be started: ${error.message}`);
    end(1);
  });
}

function end(code: number): void {
  if (ending) return;
  ending = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));

say('Compiling once, then watching. The page is at the address that Vite prints.');
// A mistake in the types is shown, and need not keep anybody from looking at the page.
run({ command: 'tsc', args: ['-b'] });
start('The compiler', ['tsc', '-b', '--watch', '--preserveWatchOutput']);
start('The server', [process.execPath, '--watch', '--watch-preserve-output', 'apps/server/dist/main.js']);
start('Vite', [path.join(root, 'apps', 'web', 'node_modules', '.bin', 'vite')], path.join(root, 'apps', 'web'));
