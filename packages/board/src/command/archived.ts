import { loadedKey, type LoadedRow } from '../decide-context.js';
import { wholeCard, wholeColumn } from '../rows.js';
import type { CommandArchive, CommandContext } from './command.js';

const known = new WeakMap<CommandArchive, ReadonlyMap<string, LoadedRow>>();

/**
 * What is archived, as `decide` needs it to bring it back. Where exactly it stood the command language does not know: that is for the
 * server, which decides again.
 */
export function loadedFrom({ archive, actorId }: CommandContext): ReadonlyMap<string, LoadedRow> {
  const ready = known.get(archive);
  if (ready) return ready;
  const loaded = new Map<string, LoadedRow>();
  for (const { id, number, title, columnId, archivedAt } of archive.cards) {
    const card = { id, number, title, columnId, archivedAt, rank: 'a0', createdAt: archivedAt, createdBy: actorId };
    loaded.set(loadedKey('card', id), wholeCard(card));
  }
  for (const column of archive.columns)
    loaded.set(loadedKey('column', column.id), wholeColumn({ ...column, rank: 'a0' }));
  known.set(archive, loaded);
  return loaded;
}
