import { runBackup } from './backup-command.js';
import { runRestore } from './restore-command.js';
import { start } from './start.js';

/** `main.js` serves, `main.js backup [path]` makes a backup, `main.js restore [file]` restores one. */
export async function runCommand([command, ...rest]: readonly string[]): Promise<void> {
  if (command === undefined) await start();
  else if (command === 'backup' && rest.length < 2) await runBackup(rest[0]);
  else if (command === 'restore' && rest.length < 2) await runRestore(rest[0]);
  else {
    process.stderr.write('Talkan knows “backup”, with a path or without, and “restore”, with a file or without.\n');
    process.exitCode = 1;
  }
}
