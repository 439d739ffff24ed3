/** `main.js` serves, `main.js backup [path]` makes a backup, `main.js restore [file]` restores one. Each loads what it needs alone. */
export async function runCommand([command, ...rest]: readonly string[]): Promise<void> {
  if (command === undefined) {
    const { start } = await import('./start.js');
    await start();
  } else if (command === 'backup' && rest.length < 2) {
    const { runBackup } = await import('./backup-command.js');
    await runBackup(rest[0]);
  } else if (command === 'restore' && rest.length < 2) {
    const { runRestore } = await import('./restore-command.js');
    await runRestore(rest[0]);
  } else {
    process.stderr.write('Talkan knows “backup”, with a path or without, and “restore”, with a file or without.\n');
    process.exitCode = 1;
  }
}
