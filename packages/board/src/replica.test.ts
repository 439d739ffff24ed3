import { describe, expect, it } from 'vitest';
import type { Change } from './change.js';
import { loadedKey } from './decide-context.js';
import type { Comment } from './model.js';
import type { Operation } from './operations.js';
import { isRefusal } from './refusal.js';
import {
  createReplica,
  enqueue,
  receive,
  refusePending,
  remember,
  requeue,
  resync,
  type PendingChange,
  type Replica,
} from './replica.js';
import { boardOf, lanesOf, NOW } from './testing/boards.js';
import { LogServer } from './testing/server.js';

const start = () => new LogServer(boardOf({ todo: ['a', 'b'], doing: [], done: ['x'] }));
const replicaOf = (server: LogServer) => createReplica(server.board, { actorId: 'ada', role: 'editor' });
const pendingOf = (changeId: string, ...operations: Operation[]): PendingChange => ({ changeId, operations, now: NOW });
const move = (cardId: string, columnId: string): Operation => ({ type: 'card.move', cardId, columnId });

function added(replica: Replica, ...changes: readonly PendingChange[]): Replica {
  return changes.reduce((current, change) => {
    const next = enqueue(current, change);
    if (isRefusal(next)) throw new Error(next.message);
    return next;
  }, replica);
}

function committed(server: LogServer, { changeId, operations }: PendingChange): Change {
  const answer = server.commit(changeId, operations);
  if (isRefusal(answer)) throw new Error(answer.message);
  return answer;
}

describe('a pending change', () => {
  it('can restore what the one before it archived', () => {
    const server = start();
    const replica = added(
      replicaOf(server),
      pendingOf('away', { type: 'card.archive', cardId: 'x' }, { type: 'column.archive', columnId: 'done' }),
      pendingOf('back', { type: 'column.restore', columnId: 'done' }, { type: 'card.restore', cardId: 'x' }),
    );
    expect(lanesOf(replica.view)).toEqual(lanesOf(server.board));
    const away = committed(server, pendingOf('away', ...(replica.pending[0]?.operations ?? [])));
    const later = receive(replica, away).replica;
    expect(lanesOf(later.view)).toEqual({ todo: ['a', 'b'], doing: [], done: ['x'] });
    expect(later.hidden.size).toBe(0);
  });

  it('goes with the one that it builds on, as far as the screen shows', () => {
    const replica = added(
      replicaOf(start()),
      pendingOf('create', { type: 'card.create', cardId: 'n', columnId: 'todo', title: 'New' }),
      pendingOf('move', move('n', 'done')),
    );
    const without = refusePending(replica, 'create');
    expect(without.view).toBe(without.confirmed);
    expect([...without.hidden]).toEqual(['move']);
  });

  it('is kept over a reload although it cannot be shown by now', () => {
    const server = start();
    committed(server, pendingOf('theirs', { type: 'card.archive', cardId: 'a' }));
    const replica = requeue(replicaOf(server), [pendingOf('mine', move('a', 'done'))]);
    expect(replica.pending).toHaveLength(1);
    expect([...replica.hidden]).toEqual(['mine']);
  });
});

describe('an answer that comes before changes of others', () => {
  const setUp = () => {
    const server = start();
    const mine = pendingOf('mine', move('a', 'done'));
    const replica = added(replicaOf(server), mine);
    const theirs = committed(server, pendingOf('theirs', move('b', 'doing')));
    return { server, replica, theirs, answer: committed(server, mine) };
  };

  it('leaves one’s own change on the screen while the gap lasts', () => {
    const { server, replica, theirs, answer } = setUp();
    const early = receive(replica, answer);
    expect(early.gap).toBe(true);
    expect(lanesOf(early.replica.view).done).toEqual(['x', 'a']);
    const { replica: filled, gap } = receive(early.replica, theirs);
    expect(gap).toBe(false);
    expect(filled.pending).toEqual([]);
    expect(filled.view).toBe(filled.confirmed);
    expect(lanesOf(filled.view)).toEqual(lanesOf(server.board));
  });

  it('is let go where a whole board fills the gap', () => {
    const { server, replica, answer } = setUp();
    const filled = resync(receive(replica, answer).replica, server.board);
    expect(filled.pending).toEqual([]);
    expect(filled.early.size).toBe(0);
    expect(filled.view).toBe(server.board);
  });
});

it('takes a change once, also where it is told twice or late', () => {
  const server = start();
  const change = committed(server, pendingOf('theirs', move('a', 'done')));
  const once = receive(replicaOf(start()), change).replica;
  expect(receive(once, change)).toEqual({ replica: once, gap: false });
  expect(resync(once, start().board)).toBe(once);
});

it('waits for the server’s word on a file, which alone knows what was uploaded', () => {
  const server = start();
  const add = pendingOf('mine', { type: 'attachment.add', cardId: 'a', attachmentId: 'f1' });
  const shown = enqueue(replicaOf(start()), add);
  if (isRefusal(shown)) throw new Error(shown.message);
  expect(shown.view.card('a')?.attachments).toEqual([]);
  const { replica } = receive(shown, committed(server, add));
  expect(replica.view.card('a')?.attachments.map(({ name }) => name)).toEqual(['f1.txt']);
  expect(replica.pending).toEqual([]);
});

describe('comments', () => {
  const comment: Comment = {
    id: 'old',
    cardId: 'a',
    authorId: 'ada',
    text: 'Old',
    createdAt: NOW,
    editedAt: null,
    archivedAt: null,
  };
  const textsOf = ({ viewArchive }: Replica) =>
    [...viewArchive.values()].flatMap((row) => ('authorId' in row && row.archivedAt === null ? [row.text] : []));
  const edit = (to: string): Operation => ({ type: 'comment.edit', cardId: 'a', commentId: 'old', text: to });

  it('can be changed once they are known, and shown as they will be', () => {
    const empty = replicaOf(start());
    expect(isRefusal(enqueue(empty, pendingOf('edit', edit('New'))))).toBe(true);
    const replica = added(
      remember(empty, [comment]),
      pendingOf('edit', edit('New')),
      pendingOf('say', { type: 'comment.create', cardId: 'a', commentId: 'mine', text: 'Mine' }),
    );
    expect(textsOf(replica)).toEqual(['New', 'Mine']);
    expect(replica.view.card('a')?.commentCount).toBe(1);
    expect(textsOf(refusePending(replica, 'edit'))).toEqual(['Old', 'Mine']);
  });

  it('stay what they are told to be when changes come in, and make place for what was asked for anew', () => {
    const server = start();
    const known = remember(replicaOf(server), [comment, { ...comment, id: 'other', cardId: 'b', text: 'Other' }]);
    const after = receive(known, {
      seq: 1,
      changeId: 'theirs',
      patches: [
        { entity: 'comment', id: 'old', before: { cardId: 'a', text: 'Old' }, after: { cardId: 'a', text: 'Theirs' } },
      ],
    }).replica;
    expect(textsOf(after)).toEqual(['Theirs', 'Other']);
    expect(textsOf(remember(after, [{ ...comment, id: 'new', text: 'New' }], 'a'))).toEqual(['Other', 'New']);
    expect(after.archive.has(loadedKey('comment', 'old'))).toBe(true);
  });
});
