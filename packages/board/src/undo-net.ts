import type { BoardPatch, CardPatch, ColumnPatch, CommentPatch, LabelPatch, Patch } from './patch.js';

/** What a change came to, entity by entity: for each touched field the first value before and the last one after. */
export interface Net {
  readonly head: Pick<BoardPatch, 'before' | 'after'>;
  readonly columns: readonly ColumnPatch[];
  readonly cards: readonly CardPatch[];
  readonly labels: readonly LabelPatch[];
  readonly comments: readonly CommentPatch[];
}

export function netOf(patches: readonly Patch[]): Net {
  const columns = new Map<string, ColumnPatch>();
  const cards = new Map<string, CardPatch>();
  const labels = new Map<string, LabelPatch>();
  const comments = new Map<string, CommentPatch>();
  let head: BoardPatch | undefined;
  for (const patch of patches) {
    switch (patch.entity) {
      case 'card':
        cards.set(patch.id, join(cards.get(patch.id), patch));
        break;
      case 'column':
        columns.set(patch.id, join(columns.get(patch.id), patch));
        break;
      case 'label':
        labels.set(patch.id, join(labels.get(patch.id), patch));
        break;
      case 'comment':
        comments.set(patch.id, join(comments.get(patch.id), patch));
        break;
      case 'board':
        head = join(head, patch);
        break;
    }
  }
  return {
    head: head ?? { before: {}, after: {} },
    columns: [...columns.values()],
    cards: [...cards.values()],
    labels: [...labels.values()],
    comments: [...comments.values()],
  };
}

function join<Kind extends Patch>(first: Kind | undefined, second: Kind): Kind {
  if (!first) return second;
  const before = first.before && { ...second.before, ...first.before };
  return { ...second, before, after: second.after && { ...first.after, ...second.after } };
}

/** What becomes of a field: `undefined` where it was not touched, or is what it was. */
export function fieldNet<Fields, Name extends keyof Fields>(
  net: { readonly before: Partial<Fields> | null; readonly after: Partial<Fields> | null },
  name: Name,
): { readonly before: Fields[Name]; readonly after: Fields[Name] } | undefined {
  const { before, after } = net;
  if (!before || !after || !Object.hasOwn(before, name) || !Object.hasOwn(after, name)) return undefined;
  const sides = { before: before[name] as Fields[Name], after: after[name] as Fields[Name] };
  return sides.before === sides.after ? undefined : sides;
}

const isLiving = (fields: { readonly archivedAt?: string | null } | null) => fields?.archivedAt === null;

/** What became of a row in a change: seen from the board, it came, went, stayed or was never there. */
export function fate({
  before,
  after,
}: Exclude<Patch, BoardPatch>): 'created' | 'entered' | 'left' | 'stayed' | 'absent' {
  if (before === null) return 'created';
  if (after?.archivedAt === undefined) return 'stayed';
  if (isLiving(after)) return isLiving(before) ? 'stayed' : 'entered';
  return isLiving(before) ? 'left' : 'absent';
}
