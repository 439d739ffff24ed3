import type { Change } from '@talkan/board/change';
import type { Checklist, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Queries } from '../db/open.js';

/** As many variables as a statement may well have. */
const CHUNK = 500;

/** The names of the people whom changes are about, as far as they were asked for. */
export interface UserNames {
  /** Asks for those of a change, before it is told. */
  learn(change: Pick<Change, 'operations' | 'patches'>): Promise<void>;
  readonly nameOf: (userId: Id) => string | undefined;
}

export function createUserNames(db: Queries): UserNames {
  const names = new Map<Id, string | undefined>();
  return {
    async learn({ operations, patches }) {
      const named = [...operations.flatMap(peopleInOperation), ...patches.flatMap(peopleInPatch)];
      const unknown = [...new Set(named)].filter((id) => !names.has(id));
      for (let from = 0; from < unknown.length; from += CHUNK) {
        const ids = unknown.slice(from, from + CHUNK);
        const users = await db.selectFrom('users').select(['id', 'username']).where('id', 'in', ids).execute();
        for (const id of ids) names.set(id, undefined);
        for (const { id, username } of users) names.set(id, username);
      }
    },
    nameOf: (userId) => names.get(userId),
  };
}

function peopleInOperation(operation: Change['operations'][number]): readonly Id[] {
  if (operation.type === 'card.assign') return [...(operation.add ?? []), ...(operation.remove ?? [])];
  return operation.type === 'item.edit' && operation.assigneeId ? [operation.assigneeId] : [];
}

/** An undo has no operations: what it did is told from its patches. */
function peopleInPatch(patch: Patch): readonly Id[] {
  if (patch.entity !== 'card') return [];
  return [patch.before, patch.after].flatMap((side) => [
    ...(side?.assigneeIds ?? []),
    ...(side?.checklists ?? []).flatMap(peopleInChecklist),
  ]);
}

function peopleInChecklist({ items }: Checklist): readonly Id[] {
  return items.flatMap(({ assigneeId }) => assigneeId ?? []);
}
