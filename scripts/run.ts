import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutMs?: number;
}

/** Runs it with its output on this terminal; whether it succeeded. */
export function run({ command, args, cwd = root, env, timeoutMs }: Command): boolean {
  const result = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
  });
  return result.status === 0;
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
