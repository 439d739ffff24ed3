import { loadedKey, type LoadedRow } from './decide-context.js';
import type { Card, Column, Comment } from './model.js';
import type { Patch } from './patch.js';
import { wholeCard, wholeColumn } from './rows.js';

/** Remembers, by `loadedKey`, the rows that these patches take off the board, and forgets those that they put back; comments never are on it. */
export function keepArchived(archive: Map<string, LoadedRow>, patches: readonly Patch[]): void {
  for (const patch of patches) {
    if (patch.entity === 'board' || patch.entity === 'label') continue;
    const key = loadedKey(patch.entity, patch.id);
    if (patch.after === null) archive.delete(key);
    else if (patch.entity === 'comment') keepComment(archive, key, patch.after);
    else if (patch.after.archivedAt === null || patch.before === null) archive.delete(key);
    // An archiving patch carries the whole row in `before`.
    else if (patch.after.archivedAt !== undefined) {
      const row = { ...patch.before, ...patch.after };
      archive.set(key, patch.entity === 'card' ? wholeCard(row as Card) : wholeColumn(row as Column));
    }
  }
}

function keepComment(archive: Map<string, LoadedRow>, key: string, fields: Partial<Comment>): void {
  const known = archive.get(key);
  const row = { ...known, ...fields };
  if (isWhole(row)) archive.set(key, row);
}

function isWhole(fields: Partial<Comment>): fields is Comment {
  return fields.id !== undefined && fields.text !== undefined;
}
