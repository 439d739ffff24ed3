import Sqlite from 'better-sqlite3';

const [path = '', lines = ''] = process.argv.slice(2);
const most = Number(lines);

function check(): string[] {
  const database = new Sqlite(path, { timeout: 5_000, readonly: true, fileMustExist: true });
  try {
    const rows = database.pragma(`quick_check(${most})`) as readonly { readonly quick_check: string }[];
    const found = rows.flatMap((row) => row.quick_check.split('\n')).slice(0, most);
    return found.join() === 'ok' ? [] : found;
  } finally {
    database.close();
  }
}

/** What makes the file itself the fault, and not the moment: the check may have met a full disk. */
function describe(error: unknown): string[] {
  if (!(error instanceof Error) || !('code' in error)) throw error;
  const isDamage = /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code));
  return isDamage ? [error.message] : [];
}

function answer(): string[] {
  try {
    return check();
  } catch (error) {
    return describe(error);
  }
}

process.stdout.write(JSON.stringify(answer()));
