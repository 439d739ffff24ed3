import { keepArchived } from '@talkan/board/archive-memory';
import { applyPatches, createBoard, snapshotOf } from '@talkan/board/board';
import type { Change } from '@talkan/board/change';
import { decideChange } from '@talkan/board/decide';
import { loadedKey, type DecideContext, type LoadedRow } from '@talkan/board/decide-context';
import type { Board, BoardHead, BoardSnapshot, Id } from '@talkan/board/model';
import type { LoggedOperation, Operation } from '@talkan/board/operations';
import type { BoardPatch, Patch } from '@talkan/board/patch';
import { isRefusal } from '@talkan/board/refusal';
import { fingerprint } from '@talkan/board/text';
import { canonical } from './canonical.ts';
import type { FileUse, Records } from './records.ts';

/** What the log alone leads to. */
export interface Replayed {
  readonly board: Board;
  readonly archive: ReadonlyMap<string, LoadedRow>;
  /** The boards on the way, by the number of the change that led to them. */
  readonly past: ReadonlyMap<number, BoardSnapshot>;
  /** All texts that ever stood in a field of a card. */
  readonly texts: ReadonlySet<string>;
  /** The cards and columns that were ever archived, by `loadedKey`. */
  readonly archivedOnce: ReadonlySet<string>;
  /** The files that cards ever had. */
  readonly attached: readonly FileUse[];
  readonly faults: readonly string[];
}

type Field = 'title' | 'details';
const FIELDS: readonly Field[] = ['title', 'details'];

export const textKey = (id: Id, field: string, text: string) => canonical([id, field, text]);

/** Goes through the log from an empty board on, and holds each change against the board that it met. */
export function replay({ head, log, files, roles }: Records, wanted: ReadonlySet<number>): Replayed {
  const archive = new Map<string, LoadedRow>();
  const archivedOnce = new Set<string>();
  const past = new Map<number, BoardSnapshot>();
  const texts = new Set<string>();
  const authors = new Map<string, Id>();
  const attached = new Map<string, FileUse>();
  const faults: string[] = [];
  const uploaded = files.map((file): [string, LoadedRow] => [loadedKey('file', file.id), file]);
  const people = new Set(roles.keys());
  let board = createBoard({ ...firstHead(head, log), seq: 0, lastNumber: 0, columns: [], cards: [] });
  const standing = (patch: Patch) => (patch.entity === 'board' ? board : rowOf(board, archive, patch));

  for (const change of log) {
    const at = `Change ${change.seq} (${change.changeId})`;
    if (change.seq !== board.seq + 1) faults.push(`${at} follows ${board.seq}.`);
    const context: DecideContext = {
      actorId: change.actorId,
      role: roles.get(change.actorId) ?? 'viewer',
      now: change.at,
      loaded: new Map([...archive, ...uploaded]),
      people,
    };
    const asked = change.operations.filter(isAsked);
    if (asked.length > 0) {
      const decided = decideChange(board, asked, context);
      if (isRefusal(decided)) faults.push(`${at} should have been refused: ${decided.message}`);
      else if (canonical(decided.patches) !== canonical(change.patches))
        faults.push(`${at} is not what was asked for.`);
    }
    faults.push(...overwritten(board, asked, context).map((fault) => `${at} ${fault}`));
    for (const patch of change.patches) {
      const row = standing(patch);
      if (!fits(patch, row)) faults.push(`${at} met another ${patch.entity} ${patch.id} than it says.`);
      if (change.undoes !== undefined && !mayTakeBack(patch, { change, log, authors })) {
        faults.push(`${at} took back a text of somebody else’s on ${patch.id}.`);
      }
      note(patch, change);
      board = applyPatches(board, [patch], board.seq);
      keepArchived(archive, [patch]);
    }
    board = applyPatches(board, [], change.seq);
    if (wanted.has(change.seq)) past.set(change.seq, snapshotOf(board));
  }

  function note(patch: Patch, { actorId }: Change): void {
    if (patch.entity === 'board' || patch.entity === 'label') return;
    if (patch.after?.archivedAt) archivedOnce.add(loadedKey(patch.entity, patch.id));
    if (patch.entity !== 'card') return;
    for (const { id: fileId } of patch.after?.attachments ?? []) {
      attached.set(`${fileId} ${patch.id}`, { fileId, cardId: patch.id });
    }
    for (const field of FIELDS) {
      const text = patch.after?.[field];
      if (text === undefined) continue;
      texts.add(textKey(patch.id, field, text));
      if (patch.before === null || patch.before[field] !== undefined) authors.set(`${patch.id} ${field}`, actorId);
    }
  }

  return { board, archive, past, texts, archivedOnce, attached: [...attached.values()], faults };
}

/** A board may be made with fields that no change has given to it. */
function firstHead(last: BoardHead, log: readonly Change[]): BoardHead {
  const first = log
    .flatMap(({ patches }) => patches)
    .reduceRight<Partial<BoardHead>>(
      (head, { entity, before }) => (entity === 'board' ? { ...head, ...before } : head),
      {},
    );
  return { ...last, ...first };
}

function rowOf(board: Board, archive: ReadonlyMap<string, LoadedRow>, { entity, id }: Exclude<Patch, BoardPatch>) {
  switch (entity) {
    case 'label':
      return board.label(id);
    case 'comment':
      return archive.get(loadedKey(entity, id));
    case 'card':
      return board.card(id) ?? archive.get(loadedKey(entity, id));
    case 'column':
      return board.column(id) ?? archive.get(loadedKey(entity, id));
  }
}

/** Whether what the patch says was there is what was there. */
function fits({ before }: Patch, row: object | undefined): boolean {
  if (before === null) return row === undefined;
  if (row === undefined) return false;
  const there = new Map<string, unknown>(Object.entries(row));
  return Object.entries(before).every(([field, value]) => canonical(there.get(field)) === canonical(value));
}

/** Texts that these operations replace although their author saw others. */
function overwritten(board: Board, operations: readonly Operation[], context: DecideContext): string[] {
  const faults: string[] = [];
  for (const [index, operation] of operations.entries()) {
    if (operation.type !== 'card.edit') continue;
    // An operation of a change meets what those before it have made.
    const before = decideChange(board, operations.slice(0, index), context);
    const card = isRefusal(before) ? undefined : before.board.card(operation.cardId);
    for (const field of FIELDS) {
      const edit = operation[field];
      if (edit === undefined) continue;
      if (typeof edit === 'string') faults.push(`does not say which ${field} it saw.`);
      else if (!card || fingerprint(card[field]) !== edit.was)
        faults.push(`overwrote the ${field} of ${operation.cardId}.`);
    }
  }
  return faults;
}

interface Undoing {
  readonly change: Change;
  readonly log: readonly Change[];
  /** Who wrote what stands in a card's field. */
  readonly authors: ReadonlyMap<string, Id>;
}

/** An undo may replace what its author has written, or what is the same as that. */
function mayTakeBack(patch: Patch, { change, log, authors }: Undoing): boolean {
  if (patch.entity !== 'card') return true;
  return FIELDS.every((field) => {
    const text = patch.before?.[field];
    if (text === undefined || patch.after?.[field] === undefined) return true;
    if (authors.get(`${patch.id} ${field}`) === change.actorId) return true;
    const undone = log[(change.undoes ?? 0) - 1]?.patches ?? [];
    return undone.some((one) => one.entity === 'card' && one.id === patch.id && one.after?.[field] === text);
  });
}

/** Moving a card between boards is not decided anew: what came with it stands in another board's log. */
function isAsked(operation: LoggedOperation): operation is Operation {
  return operation.type !== 'card.leave' && operation.type !== 'card.arrive';
}
