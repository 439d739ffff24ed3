import { applyPatches } from '@talkan/board/board';
import type { Change } from '@talkan/board/change';
import { describeOperation } from '@talkan/board/describe';
import { subjectOf, type Item } from '@talkan/board/review';
import { tellChange } from '@talkan/board/tell-change';
import type { Board, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { rewind } from '../../boards/load.js';
import { createUserNames } from '../../boards/user-names.js';
import type { Queries } from '../../db/open.js';
import { readUndoChains } from '../../history/undo-chains.js';
import { mayClaim, pretends, pretendsNow, sentencesOf } from './claims.js';
import { NOTHING_CHANGED } from '../endpoint/failure.js';

const MOST_LINES = 20;

/** What an answer says, and the same without the list of changes, for a screen that shows the items itself. */
export interface Told {
  readonly message: string;
  readonly note: string;
}

/** What was committed, in the words of the history; of the model's own text only what claims nothing. */
export function tellDone(items: readonly Item[], said: string): Told {
  const note = withoutClaims(said);
  return { message: note === '' ? listOf(items) : `${listOf(items)}\n\n${note}`, note };
}

/** What waits for a person's yes. `reason` begins the sentence that says so. */
export function tellWaiting(items: readonly Item[], reason: string): Told {
  const note = `${NOTHING_CHANGED()} ${t`${reason}, and so it waits for your yes.`}`;
  return { message: `${note} What it would do:\n${listOf(items)}`, note };
}

/** What was committed of a command, in the words of the history; what came onto the board with the number that it got. */
export function tellCommanded(items: readonly Item[], board: Board): Told {
  const named = items.map((item) => {
    const card = item.entity === 'card' ? board.card(item.id) : undefined;
    if (!card || item.text.includes(`${board.key}-`)) return item;
    return { ...item, text: `${board.key}-${card.number}: ${item.text}` };
  });
  return { message: listOf(named), note: '' };
}

/**
 * An answer without a change; where it pretends otherwise, the truth is added.
 * @param hasRead whether the model has looked things up, and may tell of the past
 */
export function tellUnchanged(said: string, hasRead = false): string {
  if (said === '') return `${NOTHING_CHANGED()} ${t`The board is already as you asked.`}`;
  return (hasRead ? pretendsNow(said) : pretends(said)) ? t`${said}\n\nNothing was changed on the board.` : said;
}

/** What could not be done; of the model's own text what claims nothing, a question for instance. */
export function tellRefused(problems: readonly string[], said = ''): string {
  const shown = [...new Set(problems)].slice(0, 3);
  return [`${NOTHING_CHANGED()} ${t`Part of it cannot be done: ${shown.join(' ')}`}`, withoutClaims(said)]
    .join('\n\n')
    .trim();
}

function withoutClaims(said: string): string {
  const kept = sentencesOf(said).filter((sentence) => !mayClaim(sentence) && !INTERJECTION.test(sentence.trim()));
  return kept.join('').trim();
}

/** The items of a change that was committed earlier. `board` is the board as it is. */
export async function describeLogged(db: Queries, board: Board, change: Change): Promise<Item[]> {
  const before = await rewind(db, board, change.seq - 1);
  if (!before) return [];
  const after = applyPatches(before, change.patches, change.seq);
  const names = createUserNames(db);
  await names.learn(change);
  if (change.undoes !== undefined) return [await describeUndo(db, before, { change, nameOf: names.nameOf })];
  const telling = { after, nameOf: names.nameOf };
  return change.operations.map((operation) => {
    const subject = subjectOf(operation, board);
    // What the change itself brought onto the board has a name only on the board after it.
    const isKnown = subject.entity === 'card' ? before.card(subject.id) : before.column(subject.id);
    const seenOn = isKnown || subject.entity === 'board' ? before : after;
    return {
      ...subject,
      text: describeOperation(seenOn, operation, telling),
      brief: describeOperation(seenOn, operation, { ...telling, onCard: true }),
    };
  });
}

interface Undoing {
  readonly change: Change;
  readonly nameOf: (userId: Id) => string | undefined;
}

async function describeUndo(db: Queries, before: Board, { change, nameOf }: Undoing): Promise<Item> {
  const chains = await readUndoChains(db, change.boardId);
  const { sentence } = tellChange(before, change, { undone: chains.undone(change.seq), nameOf });
  return { entity: 'board', id: change.boardId, text: sentence, brief: sentence };
}

function listOf(items: readonly Item[]): string {
  const [first] = items;
  if (items.length === 1 && first) return first.text;
  const lines = items.slice(0, MOST_LINES).map((item) => `- ${item.text}`);
  const more = items.length - lines.length;
  return [...lines, ...(more > 0 ? [`- … and ${more} more.`] : [])].join('\n');
}

const INTERJECTION =
  /^(sure|ok|okay|great|certainly|of course|absolutely|alright|no problem|here you go|perfect|got it)\b[\s,.!]*$/i;
