import { FileProblem } from '@talkan/api/db/file-problem';
import { loadConfig, type Config } from './config.js';

/** Runs a command that a person waits for, with the server's configuration; prints what it gives, or in a sentence what is in the way. */
export async function maintain(work: (config: Config) => Promise<string>): Promise<void> {
  const loaded = loadConfig();
  if (!loaded.ok) {
    fail(['The configuration has a mistake:', ...loaded.problems].join('\n  '));
    return;
  }
  try {
    process.stdout.write(`${await work(loaded.config)}\n`);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    fail(error.message);
  }
}

/** `1.2 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}
