import { wholeBoardOf } from '@talkan/api/boards/whole-board';
import { snapshotOf } from '@talkan/board/board';
import type { Change } from '@talkan/board/change';
import { isCard, isColumn, loadedKey } from '@talkan/board/decide-context';
import type { BoardSnapshot } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Refusal } from '@talkan/board/refusal';
import { plainHead } from '@talkan/board/rows';
import { canonical } from './canonical.ts';
import type { Ledger } from './ledger.ts';
import type { Records } from './records.ts';
import { replay, textKey, type Replayed } from './replay.ts';

/** What everybody had on their screens in the end, by whoever had it. */
export type Boards = readonly (readonly [name: string, board: BoardSnapshot])[];

export interface Evidence {
  readonly ledger: Ledger;
  readonly boards: Boards;
  readonly records: Records;
}

/** What is wrong with what a drill has left behind; nothing: nobody's work was lost. */
export function checkEvidence({ ledger, boards, records }: Evidence): string[] {
  const wanted = new Set([...ledger.saved.map(({ version }) => version), ...records.kept.map(({ seq }) => seq)]);
  const replayed = replay(records, wanted);
  return [
    ...ledger.faults,
    ...(records.integrity === 'ok' ? [] : [`The file is damaged: ${records.integrity}`]),
    ...replayed.faults,
    ...checkBoards([['log', snapshotOf(replayed.board)], ...boards]),
    ...checkTables(records, replayed),
    ...checkChanges(records, ledger),
    ...checkRefusals(ledger, replayed),
    ...checkWholeBoards(records, ledger, replayed),
  ];
}

/** All have the same, byte for byte. */
function checkBoards(boards: Boards): string[] {
  const first = canonical(boards[0]?.[1]);
  return boards.filter(([, board]) => canonical(board) !== first).map(([name]) => `${name} has another board.`);
}

/** Nothing is lost or there twice, living or archived, and each has all its fields. */
export function checkTables(records: Records, { board, archive, attached }: Replayed): string[] {
  const { head, columns, cards, labels, comments, fileUses, searchTexts } = records;
  const { columns: _columns, cards: _cards, labels: expectedLabels = [], ...expectedHead } = snapshotOf(board);
  const living = board.columns();
  const archived = [...archive.values()];
  const said = archived.filter((row) => 'authorId' in row);
  const unarchived = said.filter(({ archivedAt }) => archivedAt === null);
  const faults: string[] = [];
  const compare = (what: string, rows: readonly object[], expected: readonly object[]) => {
    const sorted = (all: readonly object[]) => all.map(canonical).toSorted().join('\n');
    if (sorted(rows) !== sorted(expected)) faults.push(`The table of ${what} is not what the log leads to.`);
  };
  compare('cards', cards, [...living.flatMap(({ id }) => board.cardsIn(id)), ...archived.filter(isCard)]);
  compare('columns', columns, [...living, ...archived.filter(isColumn)]);
  compare('labels', labels, expectedLabels);
  compare('comments', comments, said);
  compare('uses of files', fileUses, attached);
  compare('texts to be found', searchTexts, [
    ...cards.map(({ id }) => ({ cardId: id, commentId: '' })),
    ...unarchived.map(({ id, cardId }) => ({ cardId, commentId: id })),
  ]);
  compare('boards', [plainHead(head)], [expectedHead]);
  if (new Set(cards.map(({ number }) => number)).size !== cards.length) faults.push('Two cards have the same number.');
  return faults;
}

/** What was acknowledged is in the log once, as it was sent; what was refused is not. */
function checkChanges({ log }: Records, ledger: Ledger): string[] {
  const faults: string[] = [];
  const logged = new Map(log.map((change) => [change.changeId, change]));
  if (logged.size !== log.length) faults.push('A change is in the log twice.');
  for (const { changeId, actorId, body, seq, refusal } of ledger.sent.values()) {
    const change = logged.get(changeId);
    logged.delete(changeId);
    if (seq === null && refusal === null) faults.push(`${changeId} was never answered.`);
    if (refusal && change) faults.push(`${changeId} was refused and is in the log.`);
    if (seq === null) continue;
    const isAsSent = change?.seq === seq && change.actorId === actorId && canonical(bodyOf(change)) === canonical(body);
    if (!isAsSent) faults.push(`${changeId} was acknowledged as change ${seq} and is not in the log like that.`);
  }
  // The first one has made the board. Whoever saves a whole board leaves its changeId to the server.
  const others = logged.size - 1;
  if (others > ledger.saved.length + ledger.unknownSaves)
    faults.push(`The log has ${others} changes that nobody sent.`);
  return faults;
}

/** What must have been asked for. */
function bodyOf({ operations, undoes, undoesFrom = undoes }: Change): object {
  return undoes === undefined ? { commit: operations } : { undo: { seq: undoes, from: undoesFrom } };
}

/** Who loses to somebody else's text is shown both. */
function checkRefusals(ledger: Ledger, { texts, archivedOnce }: Replayed): string[] {
  const faults: string[] = [];
  const check = (operations: readonly Operation[], refusal: Refusal, byServer: boolean) => {
    const [operation] = operations;
    if (operations.length !== 1 || operation?.type !== 'card.edit' || refusal.code !== 'conflict') return;
    const { cardId } = operation;
    if (!refusal.current) {
      if (!archivedOnce.has(loadedKey('card', cardId))) faults.push(`A conflict about ${cardId} shows no text.`);
      return;
    }
    for (const [field, text] of Object.entries(refusal.current)) {
      const edit = field === 'title' ? operation.title : operation.details;
      const mine = typeof edit === 'string' ? edit : edit?.to;
      if (refusal.proposed?.[field] !== mine) faults.push(`A conflict about ${cardId} does not show what was written.`);
      if (byServer && !texts.has(textKey(cardId, field, text))) {
        faults.push(`A conflict about ${cardId} shows a text that never stood there.`);
      }
    }
  };
  for (const { body, refusal } of ledger.sent.values()) {
    if (refusal && 'commit' in body) check(body.commit, refusal, true);
  }
  for (const { operations, refusal } of ledger.refused) check(operations, refusal, false);
  return faults;
}

/** Boards that were answered or kept whole are those of the log at that number. */
function checkWholeBoards({ kept }: Records, { saved }: Ledger, { past }: Replayed): string[] {
  const faults: string[] = [];
  for (const board of kept) {
    if (canonical(past.get(board.seq)) !== canonical(board))
      faults.push(`The board kept at ${board.seq} is another one.`);
  }
  for (const board of saved) {
    const then = past.get(board.version);
    if (!then || canonical(wholeBoardOf(then)) !== canonical(board)) {
      faults.push(`A board that was saved was answered with another one than that of change ${board.version}.`);
    }
  }
  return faults;
}
