import { t } from '@talkan/words/words';
import { keepArchived } from './archive-memory.js';
import { decideChange } from './decide.js';
import type { DecideContext } from './decide-context.js';
import { describeOperation } from './describe.js';
import type { Board, Id } from './model.js';
import type { LoggedOperation, Operation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, type Refusal } from './refusal.js';
import type { Telling } from './teller.js';
import { fingerprint } from './text.js';

/** What an operation is about, and what it does in a sentence. */
export interface Item {
  readonly entity: 'board' | 'column' | 'card';
  readonly id: Id;
  /** Of the operation; left out for an undo, and in what was kept by an older version. */
  readonly type?: LoggedOperation['type'];
  readonly text: string;
  /** The same for where it stands on the card itself. */
  readonly brief: string;
}

export interface ReviewedStep {
  readonly operation: Operation;
  readonly item: Item;
  /** Why it cannot be done as things are; `null`: it can. */
  readonly problem: string | null;
  /** Whether everything is so already. */
  readonly idle: boolean;
}

/** What operations would come to, looked at one after the other. */
export interface Review {
  readonly steps: readonly ReviewedStep[];
  /** The board after those that can be done. */
  readonly board: Board;
  readonly patches: readonly Patch[];
  /** Names what the operations do: another one as soon as they would do something else, or one of them can no longer be done. */
  readonly seen: string;
}

/**
 * Looks at operations that wait for somebody's yes, on the board as it is now. What cannot be done is left out of what follows. Pure: the
 * browser shows with it what the server asks it about.
 */
export function reviewOperations(
  board: Board,
  operations: readonly Operation[],
  { telling = {}, ...context }: DecideContext & { readonly telling?: Pick<Telling, 'tense' | 'nameOf'> },
): Review {
  const loaded = new Map(context.loaded);
  const steps: ReviewedStep[] = [];
  const patches: Patch[] = [];
  const effects: unknown[] = [];
  let current = board;
  for (const operation of operations) {
    const decided = decideChange(current, [operation], { ...context, loaded });
    const after = isRefusal(decided) ? current : decided.board;
    // What is restored has a name only on the board that has it.
    const seenOn = operation.type.endsWith('.restore') ? after : current;
    const tell = (more: Telling) => describeOperation(seenOn, operation, { after, ...telling, ...more });
    const item = { ...subjectOf(operation, board), text: tell({}), brief: tell({ onCard: true }) };
    if (isRefusal(decided)) {
      steps.push({ operation, item, problem: sayProblem(decided), idle: false });
      effects.push(decided.code);
      continue;
    }
    steps.push({ operation, item, problem: null, idle: decided.patches.length === 0 });
    effects.push(decided.patches.map(effectOf));
    patches.push(...decided.patches);
    keepArchived(loaded, decided.patches);
    current = after;
  }
  return { steps, board: current, patches, seen: fingerprint(JSON.stringify(effects)) };
}

/** Who looks at a proposal has edited nothing, and has no two texts to choose from. */
function sayProblem({ current, message }: Refusal): string {
  return current ? t`This text has been changed since. To change it as it is now, ask once more.` : message;
}

/** One sentence for each operation, whether it can be done or not. */
export function itemsOf({ steps }: Review): readonly Item[] {
  return steps.map(({ item }) => item);
}

/** The card, column or board that an operation is about. */
export function subjectOf(done: LoggedOperation, board: Pick<Board, 'id'>): Pick<Item, 'entity' | 'id' | 'type'> {
  const { type } = done;
  if ('cardId' in done) return { entity: 'card', id: done.cardId, type };
  return 'columnId' in done ? { entity: 'column', id: done.columnId, type } : { entity: 'board', id: board.id, type };
}

/** What nobody has chosen: it is another one each time, or when somebody did something beside it. */
const CHANCE: ReadonlySet<string> = new Set([
  'rank',
  'number',
  'lastNumber',
  'createdAt',
  'changedAt',
  'archivedAt',
  'editedAt',
  'commentCount',
]);

function effectOf({ entity, id, before, after }: Patch): unknown {
  return [entity, id, chosenOf(before), chosenOf(after)];
}

function chosenOf(fields: object | null): unknown {
  if (fields === null) return null;
  const chosen = Object.entries(fields).filter(([field]) => !CHANCE.has(field));
  return chosen.toSorted(([one], [other]) => (one < other ? -1 : 1));
}
