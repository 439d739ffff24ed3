import { createBoard } from '@talkan/board/board';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import { createReplica, enqueue, receive, refusePending, requeue, resync } from '@talkan/board/replica';
import { cardsNamed, type BoardState, type BoardStore, type ReceivedChange } from './board-state';
import { createLoader } from './loader';
import type { Outbox } from './outbox';
import { createSender, type Answer, type Reached } from './sender';
import { createSettlements } from './settlements';
import type { LoadedBoard, Transport } from './transport';
import { createWaitingLine, type Waiting } from './waiting';

export interface BoardStoreOptions {
  readonly snapshot: LoadedBoard;
  readonly transport: Transport;
  readonly outbox: Outbox;
  readonly actorId: Id;
  /** Milliseconds before the next try after `failures` failed ones. */
  readonly delay?: (failures: number) => number;
}

const NO_CARDS: ReadonlySet<Id> = new Set();
const WITHDRAWN = refuse('invalid', 'Taken back before it was sent.');

/**
 * One board, live: the confirmed board, and this browser's own changes decided on top of it, each time anew. The confirmed board is
 * held here and not in the react-query cache, which would be a second owner of the same truth with its own ideas of when to refetch.
 */
export function createBoardStore({ snapshot, transport, outbox, actorId, delay }: BoardStoreOptions): BoardStore {
  const settlements = createSettlements();
  const line = createWaitingLine(outbox);
  const listeners = new Set<() => void>();
  /** Own changes that were confirmed beyond a gap: shown as pending until the gap is filled, or the screen would go back for a moment. */
  let beyondGap: readonly ReceivedChange[] = [];
  let heard = snapshot.seq;
  let online = true;
  let reached: Reached = 'online';
  let replica = requeue(
    createReplica(createBoard(snapshot), { actorId, role: snapshot.role }),
    line.all().filter((entry) => entry.undoes === undefined),
  );
  let state: BoardState = {
    board: replica.view,
    role: snapshot.role,
    pending: 0,
    pendingCards: NO_CARDS,
    connection: 'online',
    failures: [],
    traces: new Map(),
    undone: new Set(),
    gone: null,
  };

  function publish(change: Partial<BoardState> = {}): void {
    const waiting = line.all();
    state = {
      ...state,
      ...change,
      board: replica.view,
      role: replica.author.role,
      pending: waiting.length,
      pendingCards: waiting.length === 0 ? NO_CARDS : new Set(waiting.flatMap((entry) => cardsNamed(entry.operations))),
      connection: online ? reached : 'offline',
    };
    for (const listener of listeners) listener();
  }

  function takeIn(change: ReceivedChange): void {
    heard = Math.max(heard, change.seq);
    const mine = replica.pending.some(({ changeId }) => changeId === change.changeId);
    if (mine && change.seq > replica.confirmed.seq + 1) {
      beyondGap = [...beyondGap, change];
      void loader.refresh();
      return;
    }
    const outcome = receive(replica, change);
    replica = outcome.replica;
    if (outcome.gap) void loader.refresh();
  }

  function loaded(board: LoadedBoard): void {
    heard = Math.max(heard, board.seq);
    replica = { ...replica, author: { actorId, role: board.role } };
    replica = resync(replica, createBoard(board));
    const filled = beyondGap.filter((change) => change.seq <= replica.confirmed.seq + 1);
    beyondGap = beyondGap.filter((change) => !filled.includes(change));
    for (const change of filled) replica = receive(replica, change).replica;
    publish({ gone: null });
  }

  function answered(entry: Waiting, answer: Answer): void {
    line.leave(entry.changeId);
    if ('refusal' in answer) return refused(entry, answer.refusal);
    const { committed } = answer;
    takeIn({ changeId: entry.changeId, ...committed });
    publish(entry.undoes === undefined ? {} : asUndone(state, entry.undoes));
    settlements.settle(entry.changeId, { seq: committed.seq });
  }

  function refused(entry: Waiting, refusal: Refusal): void {
    replica = refusePending(replica, entry.changeId);
    // Who asks for an undo waits for its outcome and says it; after a reload nobody waits any more.
    if (entry.undoes === undefined || entry.restored) fail(entry, refusal);
    else publish();
    settlements.settle(entry.changeId, refusal);
    // The server decided against another board than the one on this screen.
    void loader.refresh();
  }

  function fail({ changeId, operations }: Pick<Waiting, 'changeId' | 'operations'>, refusal: Refusal): void {
    publish({ failures: [...state.failures, { changeId, operations, refusal }] });
  }

  function setReached(next: Reached): void {
    if (next === reached) return;
    reached = next;
    publish();
  }

  const loader = createLoader({
    load: () => transport.load(),
    newest: () => heard,
    loaded,
    refused: (gone) => publish({ gone }),
    reached: setReached,
  });
  const sender = createSender<Waiting>({
    next: () => line.all()[0],
    send: ({ changeId, operations, undoes }) =>
      undoes === undefined ? transport.commit({ changeId, operations }) : transport.undo({ changeId, seq: undoes }),
    sending(entry) {
      entry.attempted = true;
    },
    answered,
    reached: setReached,
    ...(delay ? { delay } : {}),
  });

  function commit(operations: readonly Operation[]): Id {
    const change = line.make(operations);
    settlements.open(change.changeId);
    const next = enqueue(replica, change);
    if (isRefusal(next)) {
      fail(change, next);
      settlements.settle(change.changeId, next);
      return change.changeId;
    }
    replica = next;
    line.add(change);
    publish();
    sender.wake();
    return change.changeId;
  }

  function withdraw(changeId: Id): boolean {
    const entry = line.find(changeId);
    if (!entry || entry.attempted) return false;
    line.leave(changeId);
    replica = refusePending(replica, changeId);
    publish();
    settlements.settle(changeId, WITHDRAWN);
    return true;
  }

  async function undo(seq: number): Promise<Refusal | null> {
    const change = line.make([], seq);
    settlements.open(change.changeId);
    line.add(change);
    publish();
    sender.wake();
    const settlement = await settlements.wait(change.changeId);
    return isRefusal(settlement) ? settlement : null;
  }

  function dismiss(changeId: Id): void {
    publish({ failures: state.failures.filter((failure) => failure.changeId !== changeId) });
  }

  for (const entry of line.all()) settlements.open(entry.changeId);
  publish();
  sender.wake();

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    commit,
    settled: (changeId) => settlements.wait(changeId),
    withdraw,
    undo,
    receive(change) {
      takeIn(change);
      publish();
    },
    trace(seq, items) {
      const traces = new Map(state.traces);
      for (const { entity, id, text } of items) if (entity === 'card') traces.set(id, { seq, text });
      publish({ traces });
    },
    untrace: (cardId) => publish({ traces: new Map([...state.traces].filter(([id]) => id !== cardId)) }),
    refresh: () => loader.refresh(),
    setOnline(next) {
      online = next;
      publish();
      if (online) sender.hurry();
    },
    retry(changeId) {
      const failure = state.failures.find((failed) => failed.changeId === changeId);
      dismiss(changeId);
      if (failure) commit(failure.operations);
    },
    dismiss,
    atRisk: () => line.all().some((entry) => !entry.kept),
    stop() {
      sender.stop();
      loader.stop();
    },
  };
}

function asUndone({ traces, undone }: BoardState, seq: number): Partial<BoardState> {
  return {
    traces: new Map([...traces].filter(([, trace]) => trace.seq !== seq)),
    undone: new Set(undone).add(seq),
  };
}
