import { loadedKey } from './decide-context.js';
import type { Card, Column } from './model.js';
import type { Patch } from './patch.js';

/** Remembers, by `loadedKey`, the rows that these patches archive, and forgets those that they restore. */
export function keepArchived(archive: Map<string, Card | Column>, patches: readonly Patch[]): void {
  for (const patch of patches) {
    if (patch.entity === 'board') continue;
    const key = loadedKey(patch.entity, patch.id);
    if (patch.after === null) archive.delete(key);
    if (patch.after?.archivedAt === undefined) continue;
    if (patch.after.archivedAt === null) archive.delete(key);
    // An archiving patch carries the whole row in `before`.
    else archive.set(key, { ...patch.before, ...patch.after } as Card | Column);
  }
}
