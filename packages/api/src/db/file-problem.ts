/** Something that is wrong with files, as a sentence for whoever runs Talkan. Nothing was changed that the sentence does not name. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** What stands in the way of writing into this folder, or null: it is something else. */
export function reasonNotWritten(error: unknown, folder: string): string | null {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL')
    return `The disk has no room left for it in ${folder}.`;
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_READONLY'].includes(code) || code.startsWith('SQLITE_CANTOPEN')) {
    return `The user that runs this may not write in ${folder}.`;
  }
  if (code === 'ENOENT') return `There is no folder ${folder}.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} is not a folder.`;
  return null;
}

/** What is wrong with the file itself, or null. */
export function reasonDamaged(error: unknown): string | null {
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return 'it is not a database';
  if (code.startsWith('SQLITE_CORRUPT')) return 'it is damaged';
  return null;
}
