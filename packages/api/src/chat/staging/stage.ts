import { randomUUID } from 'node:crypto';
import { keepArchived } from '@talkan/board/archive-memory';
import { decideChange } from '@talkan/board/decide';
import { loadedKey, type DecideContext, type LoadedRow } from '@talkan/board/decide-context';
import { describeOperation } from '@talkan/board/describe';
import type { Telling } from '@talkan/board/teller';
import type { Board, Id } from '@talkan/board/model';
import { operation as operationSchema, type Edit, type Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { subjectOf, type Item } from '@talkan/board/review';
import { atLeast } from '@talkan/board/roles';
import { fingerprint } from '@talkan/board/text';
import type { z } from 'zod';
import { FORMS_BY_TYPE } from '../prompt/operation-forms.js';
import type { Outcome, Problem } from './outcome.js';
import { quote } from '../prompt/data-block.js';
import { withRealIds } from './real-ids.js';
import { keyOfCall, type Fields } from '../replies/records.js';
import { createNames, type NamedThings, type Names } from './short-ids.js';
import { estimateTokens } from '../prompt/tokens.js';

/** What a turn starts from. */
export interface StageBase extends NamedThings {
  readonly context: Omit<DecideContext, 'loaded' | 'people'>;
  /** Where the person in the chat is, as an IANA name. */
  readonly timeZone: string;
}

/** How much of the details the model knows: what it has not seen in full it would overwrite unseen. */
export interface Sight {
  /** Details up to this length stood in the prompt. */
  readonly shown: number;
  /** Tokens of details that it can be told. */
  readonly most: number;
  /** Cards whose details it was told since. */
  readonly told: Set<Id>;
}

/** Whether the person in the chat may change the board, and so the model. */
export function mayChange(base: StageBase): boolean {
  return atLeast(base.context.role, 'editor');
}

/** Operations decided one by one on a copy of the board. Nothing of it is written anywhere. */
export interface Stage {
  readonly names: Names;
  take(type: string, fields: Fields): Outcome;
  /** Takes an operation that is whole already. */
  put(wanted: Operation): Outcome;
  operations(): readonly Operation[];
  items(telling?: Pick<Telling, 'tense' | 'nameOf'>): readonly Item[];
}

/** More than a person would ask for in one sentence, and little enough to decide at once. */
export const MAX_OPERATIONS = 200;
/** For whoever asks for more. */
export const TOO_MANY = {
  kind: 'problem',
  text: `The chat makes at most ${MAX_OPERATIONS} changes at once.`,
} as const;
/** Near matches mean a look at every title; a model that guesses all the time learns nothing from more of them. */
const MAX_HINTS = 4;

/** @param newId gives what is new its id */
export function createStage(base: StageBase, sight?: Sight, newId: () => Id = randomUUID): Stage {
  const { columns, cards } = base.archive;
  const loaded = new Map<string, LoadedRow>(columns.map((column) => [loadedKey('column', column.id), column] as const));
  let cardsLoaded = 0;
  // The archive grows by what is looked up; what was put back since is not loaded again.
  function loadCards(): void {
    for (const card of cards.slice(cardsLoaded)) loaded.set(loadedKey('card', card.id), card);
    cardsLoaded = cards.length;
  }
  const nameOf = new Map(base.people.map(({ id, name }) => [id, name]));
  const context: DecideContext = { ...base.context, loaded, people: new Set(nameOf.keys()) };
  const staged: { readonly operation: Operation; readonly tell: (telling: Telling) => string }[] = [];
  const seen = new Set<string>();
  const parts = new Map<string, Id>();
  const here = { now: base.context.now, timeZone: base.timeZone };
  let board = base.board;
  let hints = 0;
  const names = createNames(base, () => board);

  function stage(wanted: Operation): Outcome {
    loadCards();
    const decided = decideChange(board, [wanted], context);
    if (isRefusal(decided)) return { kind: 'problem', text: decided.message };
    if (decided.patches.length === 0) return { kind: 'idle', text: 'It is so already; nothing to do.' };
    if (staged.length >= MAX_OPERATIONS) return TOO_MANY;
    // What is restored has a name only on the board that has it.
    const seenOn = wanted.type.endsWith('.restore') ? decided.board : board;
    const { board: after } = decided;
    const tell = (telling: Telling) =>
      describeOperation(seenOn, wanted, { after, nameOf: (userId) => nameOf.get(userId), ...telling });
    board = decided.board;
    keepArchived(loaded, decided.patches);
    staged.push({ operation: wanted, tell });
    return { kind: 'staged', text: tell({}) };
  }

  return {
    names,
    operations: () => staged.map(({ operation }) => operation),
    items: (telling = {}) =>
      staged.map(({ operation, tell }) => {
        return { ...subjectOf(operation, board), text: tell(telling), brief: tell({ ...telling, onCard: true }) };
      }),
    put: (wanted) => stage(pinEdits(wanted, board)),
    take(type, fields) {
      if (!FORMS_BY_TYPE.has(type)) return describeUnknownType(type);
      const key = keyOfCall(type, fields);
      if (seen.has(key)) return { kind: 'repeated', text: 'You asked for exactly this before; it is done once.' };
      const named = withRealIds(type, fields, {
        names,
        board,
        parts,
        here,
        newId,
        canHint: () => ++hints <= MAX_HINTS,
      });
      if ('kind' in named) return named;
      const parsed = operationSchema.safeParse({ ...named.fields, type });
      if (!parsed.success) return { kind: 'problem', text: describeIssues(parsed.error) };
      const unseen = sight ? tellUnseen(parsed.data, board, sight) : null;
      if (unseen) return unseen;
      const outcome = stage(pinEdits(parsed.data, board));
      if (outcome.kind !== 'problem') {
        seen.add(key);
        named.declare();
      }
      return outcome;
    },
  };
}

function describeUnknownType(type: string): Problem {
  const text = `The model asked for ${JSON.stringify(type.slice(0, 60))}, which does not exist here.`;
  return { kind: 'problem', text, hint: `The operations are ${[...FORMS_BY_TYPE.keys()].join(', ')}.` };
}

function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

/** Details that did not fit the prompt are told when the model is about to replace them. */
function tellUnseen(wanted: Operation, board: Board, { shown, most, told }: Sight): Problem | null {
  if (wanted.type !== 'card.edit' || wanted.details === undefined) return null;
  const card = board.card(wanted.cardId);
  if (!card || card.details.length <= shown || told.has(card.id)) return null;
  const name = `${board.key}-${card.number}`;
  const details = quote(card.details);
  if (estimateTokens(details) > most) {
    const text = `The details of ${name} are longer than the model can take. Change them on the card itself.`;
    return { kind: 'problem', text, hint: 'Leave them as they are.' };
  }
  told.add(card.id);
  return {
    kind: 'problem',
    text: `The details of ${name} were not seen by the model before it wanted to change them. Ask again.`,
    hint: `They are: ${details}. If they are to be changed, send the whole new text.`,
  };
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
