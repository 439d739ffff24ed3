// Nothing native may be imported before this check: on an older Node better-sqlite3 does not fail, it crashes the process.
const oldest = 22;
const major = Number(process.versions.node.split('.', 1)[0]);

if (major < oldest) {
  process.stderr.write(
    `Talkan needs Node ${oldest} or newer, but this is Node ${process.versions.node}. ` +
      'Run `npm start` (it brings its own Node) or install a newer one.\n',
  );
  process.exitCode = 1;
} else {
  const { runCommand } = await import('./command.js');
  await runCommand(process.argv.slice(2));
}
