import { randomUUID } from 'node:crypto';
import { keepArchived } from '@talkan/board/archive-memory';
import { decideChange } from '@talkan/board/decide';
import { loadedKey, type DecideContext } from '@talkan/board/decide-context';
import { describeOperation } from '@talkan/board/describe';
import type { Board, Card, Column, Id } from '@talkan/board/model';
import { operation, type Edit, type Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { atLeast } from '@talkan/board/roles';
import { fingerprint } from '@talkan/board/text';
import type { z } from 'zod';
import { asText, type Fields } from './records.js';
import { createNames, type Archive, type Named, type Names } from './short-ids.js';
import { OPERATION_FORMS } from './tools.js';

/** What a turn starts from. */
export interface StageBase {
  readonly board: Board;
  readonly archive: Archive;
  readonly context: Omit<DecideContext, 'loaded'>;
}

/** Whether the person in the chat may change the board, and so the model. */
export function mayChange(base: StageBase): boolean {
  return atLeast(base.context.role, 'editor');
}

/** One thing that a turn does, in the words of the history. */
export interface Item {
  readonly entity: 'board' | Named;
  readonly id: Id;
  readonly text: string;
}

export type Outcome =
  | { readonly kind: 'staged'; readonly text: string }
  /** It is so already. */
  | { readonly kind: 'idle'; readonly text: string }
  /** The very same was asked for before in this turn. */
  | { readonly kind: 'repeated'; readonly text: string }
  /** Cannot be done: why, for a person, and what helps the model to do better. */
  | { readonly kind: 'problem'; readonly text: string; readonly hint?: string };

export type Problem = Extract<Outcome, { kind: 'problem' }>;

/** Operations decided one by one on a copy of the board. Nothing of it is written anywhere. */
export interface Stage {
  readonly names: Names;
  take(type: string, fields: Fields): Outcome;
  operations(): readonly Operation[];
  items(): readonly Item[];
}

/** More than a person would ask for in one sentence, and little enough to decide at once. */
export const MAX_OPERATIONS = 200;
/** For whoever asks for more. */
export const TOO_MANY = {
  kind: 'problem',
  text: `The chat makes at most ${MAX_OPERATIONS} changes at once.`,
} as const;
/** Near matches mean a look at every title; a model that guesses all the time learns nothing from more of them. */
const MAX_HINTS = 5;

export function createStage(base: StageBase): Stage {
  const loaded = new Map<string, Card | Column>([
    ...base.archive.cards.map((card) => [loadedKey('card', card.id), card] as const),
    ...base.archive.columns.map((column) => [loadedKey('column', column.id), column] as const),
  ]);
  const context: DecideContext = { ...base.context, loaded };
  const operations: Operation[] = [];
  const items: Item[] = [];
  const seen = new Set<string>();
  let board = base.board;
  let hints = 0;
  const names = createNames(base.board, base.archive, () => board);

  function stage(wanted: Operation): Outcome {
    const decided = decideChange(board, [wanted], context);
    if (isRefusal(decided)) return { kind: 'problem', text: decided.message };
    if (decided.patches.length === 0) return { kind: 'idle', text: 'It is so already; nothing to do.' };
    if (operations.length >= MAX_OPERATIONS) {
      return TOO_MANY;
    }
    // What is restored has a name only on the board that has it.
    const text = describeOperation(wanted.type.endsWith('.restore') ? decided.board : board, wanted);
    board = decided.board;
    keepArchived(loaded, decided.patches);
    operations.push(wanted);
    items.push({ ...subjectOf(wanted, board), text });
    return { kind: 'staged', text };
  }

  return {
    names,
    operations: () => operations,
    items: () => items,
    take(type, fields) {
      if (!FORMS.has(type)) return describeUnknownType(type);
      const key = JSON.stringify([type, Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1))]);
      if (seen.has(key)) return { kind: 'repeated', text: 'You asked for exactly this before; it is done once.' };
      const named = withRealIds(type, fields, { names, canHint: () => ++hints <= MAX_HINTS });
      if ('kind' in named) return named;
      const parsed = operation.safeParse({ ...named.fields, type });
      if (!parsed.success) return { kind: 'problem', text: describeIssues(parsed.error) };
      const outcome = stage(pinEdits(parsed.data, board));
      if (outcome.kind !== 'problem') {
        seen.add(key);
        named.declare();
      }
      return outcome;
    },
  };
}

type NamedFields = { readonly fields: Fields; readonly declare: () => void } | Problem;

const FORMS = new Map(OPERATION_FORMS.map((form) => [form.type, form]));

function describeUnknownType(type: string): Problem {
  const text = `The model asked for ${JSON.stringify(type.slice(0, 60))}, which does not exist here.`;
  return { kind: 'problem', text, hint: `The operations are ${[...FORMS.keys()].join(', ')}.` };
}

interface Naming {
  readonly names: Names;
  canHint(): boolean;
}

/** Puts real ids in the place of the names that the model used. */
function withRealIds(type: string, fields: Fields, naming: Naming): NamedFields {
  const { names } = naming;
  const form = FORMS.get(type);
  const [entity = '', verb = ''] = type.split('.');
  const real: Record<string, unknown> = {};
  let declare = (): void => {};
  for (const [field, value] of Object.entries(fields)) {
    const named = entityNamed(entity, field);
    if (value === null || value === undefined || (named && value === '')) continue;
    if (!named || form?.properties[field] === undefined) real[field] = value;
    else if (verb !== 'create' || named !== entity || field !== `${entity}Id`) {
      const id = typeof value === 'string' ? names.resolve(named, value) : null;
      if (id === null) return describeUnknown(named, value, naming);
      real[field] = id;
    }
  }
  if (verb === 'create' && (entity === 'card' || entity === 'column')) {
    const chosen = asText(fields[`${entity}Id`]).trim();
    if (chosen !== '' && names.isDeclared(entity, chosen)) {
      return {
        kind: 'problem',
        text: `Two new ${entity}s cannot both be called ${JSON.stringify(chosen)}. Choose another id.`,
      };
    }
    const id = randomUUID();
    real[`${entity}Id`] = id;
    // Under the chosen id from now on, even where that is also the id of something older that the model never saw.
    if (chosen !== '') declare = () => names.declare(entity, chosen, id);
  }
  return { fields: real, declare };
}

function entityNamed(entity: string, field: string): Named | null {
  if (field === 'cardId') return 'card';
  if (field === 'columnId') return 'column';
  if (field !== 'before' && field !== 'after') return null;
  return entity === 'card' || entity === 'column' ? entity : null;
}

function describeUnknown(entity: Named, value: unknown, naming: Naming): Problem {
  const name = typeof value === 'string' ? value.slice(0, 80) : '';
  const near = naming.canHint() ? naming.names.near(entity, name) : [];
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Look for it on the board.';
  return { kind: 'problem', text: `There is no ${entity} ${JSON.stringify(name)} on this board.`, hint };
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

/** An edit holds for the text that the model saw: what a person typed in the meantime is not overwritten. */
function pinEdits(wanted: Operation, board: Board): Operation {
  if (wanted.type !== 'card.edit') return wanted;
  const card = board.card(wanted.cardId);
  if (!card) return wanted;
  const pin = (edit: Edit, text: string): Edit =>
    typeof edit === 'string' ? { to: edit, was: fingerprint(text) } : edit;
  return {
    type: 'card.edit',
    cardId: wanted.cardId,
    ...(wanted.title === undefined ? {} : { title: pin(wanted.title, card.title) }),
    ...(wanted.details === undefined ? {} : { details: pin(wanted.details, card.details) }),
  };
}

export function subjectOf(done: Operation, board: Board): Pick<Item, 'entity' | 'id'> {
  if ('cardId' in done) return { entity: 'card', id: done.cardId };
  return 'columnId' in done ? { entity: 'column', id: done.columnId } : { entity: 'board', id: board.id };
}
