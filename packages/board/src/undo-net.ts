import type { CardPatch, ColumnPatch, Patch } from './patch.js';

/** What a change came to, entity by entity: for each touched field the first value before and the last one after. */
export interface Net {
  readonly title: { readonly before?: string | undefined; readonly after?: string | undefined };
  readonly columns: readonly ColumnPatch[];
  readonly cards: readonly CardPatch[];
}

export function netOf(patches: readonly Patch[]): Net {
  const columns = new Map<string, ColumnPatch>();
  const cards = new Map<string, CardPatch>();
  let title: Net['title'] = {};
  for (const patch of patches) {
    if (patch.entity === 'card') cards.set(patch.id, join(cards.get(patch.id), patch));
    else if (patch.entity === 'column') columns.set(patch.id, join(columns.get(patch.id), patch));
    else if (patch.after?.title !== undefined) {
      title = { before: title.before ?? patch.before?.title, after: patch.after.title };
    }
  }
  return { title, columns: [...columns.values()], cards: [...cards.values()] };
}

function join<Kind extends CardPatch | ColumnPatch>(first: Kind | undefined, second: Kind): Kind {
  if (!first) return second;
  const before = first.before && { ...second.before, ...first.before };
  return { ...second, before, after: second.after && { ...first.after, ...second.after } };
}

const isLiving = (fields: { readonly archivedAt?: string | null } | null) => fields?.archivedAt === null;

/** What became of a card or column in a change: seen from the board, it came, went, stayed or was never there. */
export function fate({ before, after }: CardPatch | ColumnPatch): 'created' | 'entered' | 'left' | 'stayed' | 'absent' {
  if (before === null) return 'created';
  if (after?.archivedAt === undefined) return 'stayed';
  if (isLiving(after)) return isLiving(before) ? 'stayed' : 'entered';
  return isLiving(before) ? 'left' : 'absent';
}
