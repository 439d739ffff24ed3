import { describe, expect, it } from 'vitest';
import { applyPatches, createBoard, snapshotOf } from './board.js';
import type { Change } from './change.js';
import { diffChange } from './change-diff.js';
import { decideChange, leastRole } from './decide.js';
import { describeOperation } from './describe.js';
import type { Board } from './model.js';
import { operation as schema, type Operation } from './operations.js';
import { invertPatches } from './patch.js';
import { redactChange } from './purge.js';
import { isRefusal, type Refusal } from './refusal.js';
import { restoreBoard } from './restore.js';
import { ROLES, type Role } from './roles.js';
import { tellChange } from './tell-change.js';
import { boardOf } from './testing/boards.js';
import { EXAMPLES, SECRET, type Example } from './testing/every-operation.js';
import { LogServer } from './testing/server.js';
import { shownOn } from './testing/shown.js';
import { decideUndo } from './undo.js';

const people = new Set(['ada', 'bob']);
const nameOf = (id: string) => ({ ada: 'Ada', bob: 'Bob' })[id];
const types = Object.keys(EXAMPLES) as Operation['type'][];

function made<Made>(answer: Made | Refusal): Made {
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

interface Done {
  readonly server: LogServer;
  readonly before: Board;
  readonly change: Change;
}

/** A board on which everything has been done that the operation needs. */
function serverFor({ before = [] }: Pick<Example, 'before'>): LogServer {
  const server = new LogServer(boardOf({ todo: ['a', 'b', 'z'], old: [], done: [] }), 'owner');
  const archiving: Operation[] = [
    { type: 'card.archive', cardId: 'z' },
    { type: 'column.archive', columnId: 'old' },
  ];
  made(server.commit('before', [...archiving, ...before]));
  return server;
}

function perform(type: Operation['type']): Done {
  const example = EXAMPLES[type];
  const server = serverFor(example);
  const before = server.board;
  return { server, before, change: made(server.commit('change', [example.operation])) };
}

it('has an example of every operation, that the schema accepts', () => {
  expect(types.toSorted()).toEqual(schema.options.map(({ shape }) => shape.type.value).toSorted());
  for (const type of types) expect(schema.parse(EXAMPLES[type].operation)).toEqual(EXAMPLES[type].operation);
});

describe.each(types)('%s', (type) => {
  const { operation, stays } = EXAMPLES[type];

  it('is for nobody who may less than it takes, and for nobody on an archived board', () => {
    const least = ROLES.indexOf(leastRole(operation));
    for (const [index, role] of ROLES.entries()) {
      const server = serverFor(EXAMPLES[type]);
      const decided = decideChange(server.board, [operation], { ...server.context, role });
      expect([role, isRefusal(decided) && decided.code]).toEqual([role, index < least && 'forbidden']);
    }
    if (type === 'board.archive' || type === 'board.restore') return;
    const server = serverFor(EXAMPLES[type]);
    made(server.commit('archive', [{ type: 'board.archive' }]));
    expect(server.commit('change', [operation])).toMatchObject({ code: 'conflict', ids: ['board'] });
  });

  it('is undone exactly, and that undone again, by nobody who could not have done it', () => {
    const { server, before, change } = perform(type);
    const after = shownOn(server.board);
    expect(after).not.toEqual(type === 'comment.edit' ? undefined : shownOn(before));
    const mayUndo = (role: Role) => !isRefusal(decideUndo(server.board, change, { ...server.context, role }));
    expect(ROLES.filter(mayUndo)).toEqual(ROLES.slice(ROLES.indexOf(leastRole(operation))));
    let { seq } = change;
    for (const expected of [shownOn(before), after, shownOn(before)]) {
      ({ seq } = made(server.undo(`undo-${seq}`, seq)));
      expect(shownOn(server.board)).toEqual(expected);
    }
  });

  it('is told in a sentence, done and proposed, and so is its undo', () => {
    const { server, before, change } = perform(type);
    const done = tellChange(before, change, { nameOf }).sentence;
    const proposed = describeOperation(before, operation, { tense: 'proposed', nameOf, after: server.board });
    for (const sentence of [done, proposed]) {
      expect(sentence).toMatch(/^[A-Z]\S+ .+[^.]\.$/u);
      expect(sentence).not.toMatch(
        /undefined|null|somebody|\ba (?:card|column|label|checklist|file|item)\b|as it was/u,
      );
    }
    const undone = server.board;
    const undo = made(server.undo('undo', change.seq));
    const told = tellChange(undone, undo, { undone: { seq: change.seq, again: false }, nameOf });
    expect(told.sentence).toMatch(/^Undid change \d+: [a-z]+ .+\.$/u);
    expect(told.sentence).not.toContain('hanged nothing');
  });

  it('is shown with both sides of whatever it changed', () => {
    const { before, change } = perform(type);
    const { items } = diffChange(before, change, nameOf);
    // The sentence says it all: the words of a comment that was deleted are not told again.
    if (type === 'board.archive' || type === 'board.restore' || type === 'comment.delete') return;
    expect(items.flatMap(({ fields }) => fields)).not.toEqual([]);
  });

  it('is travelled through, there and back, as it is kept', () => {
    const { server, before, change } = perform(type);
    const kept = JSON.parse(JSON.stringify(change.patches)) as Change['patches'];
    const from = createBoard(JSON.parse(JSON.stringify(snapshotOf(before))));
    expect(snapshotOf(applyPatches(from, kept, change.seq))).toEqual(snapshotOf(server.board));
    expect(snapshotOf(applyPatches(server.board, invertPatches(kept), before.seq))).toEqual(snapshotOf(before));
  });

  it('is no more there once the board is restored to before, or is meant to stay', () => {
    if (stays) return;
    const { server, before } = perform(type);
    const operations = restoreBoard({ now: server.board, past: before, loaded: server.archive, people });
    made(server.commit('restore', operations));
    expect(shownOn(server.board)).toEqual(shownOn(before));
  });

  it('leaves no word of a card that is deleted for ever in the log', () => {
    const { server, change } = perform(type);
    made(server.undo('undo', change.seq));
    const redacted = server.log.map((one) => redactChange(one, { entity: 'card', id: 'a' }));
    expect(JSON.stringify(redacted)).not.toContain(SECRET);
    expect(JSON.stringify(redacted)).not.toContain('f1.txt');
  });

  it('does nothing worse than to be refused where it names what is not there', () => {
    const names = Object.keys(operation).filter((name) => /Id$|^into$|^before$|^after$/u.test(name));
    for (const name of names) {
      for (const id of ['nowhere', 'constructor', 'toString', '__proto__', 'a', 'todo', 'z']) {
        const server = serverFor(EXAMPLES[type]);
        const decided = decideChange(server.board, [{ ...operation, [name]: id }], server.context);
        if (isRefusal(decided)) expect(decided.message).toMatch(/^\S.*\.$/u);
        else expect(createBoard(snapshotOf(decided.board)).textBytes).toBe(decided.board.textBytes);
      }
    }
  });
});
