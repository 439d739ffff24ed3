import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import type { BoardState, BoardStore, ReceivedChange, Trace } from './board-state';
import { createCatchUp } from './catch-up';
import { createLoader } from './loader';
import { createLocalBoard } from './local-board';
import type { Outbox } from './outbox';
import { createPublisher } from './publisher';
import { createSender, type Answer } from './sender';
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

const WITHDRAWN = refuse('invalid', 'Taken back before it was sent.');

/**
 * One board, live: the confirmed board, and this browser's own changes decided on top of it, each time anew. The confirmed board is
 * held here and not in the react-query cache, which would be a second owner of the same truth with its own ideas of when to refetch.
 */
export function createBoardStore({ snapshot, transport, outbox, actorId, delay }: BoardStoreOptions): BoardStore {
  const settlements = createSettlements();
  const line = createWaitingLine(outbox);
  const edits = line.all().filter((entry) => entry.undoes === undefined);
  const local = createLocalBoard(snapshot, { actorId, waiting: edits });
  const { getState, subscribe, publish, setOnline, setReached } = createPublisher(local, line);

  const loader = createLoader({
    load: () => transport.load(),
    newest: () => local.newest(),
    loaded(board) {
      local.replace(board);
      publish({ gone: null });
    },
    refused: (gone) => publish({ gone }),
    reached: setReached,
  });
  const catchUp = createCatchUp({ local, transport, changed: publish, giveUp: () => void loader.refresh() });
  const sender = createSender<Waiting>({
    next: () => line.all()[0],
    send: ({ changeId, operations, undoes: seq, undoesFrom: from }) =>
      seq === undefined ? transport.commit({ changeId, operations }) : transport.undo({ changeId, seq, from }),
    sending(entry) {
      entry.attempted = true;
    },
    answered,
    reached: setReached,
    ...(delay ? { delay } : {}),
  });

  function takeIn(change: ReceivedChange): void {
    if (local.takeIn(change)) catchUp.soon();
  }

  function answered(entry: Waiting, answer: Answer): void {
    line.leave(entry.changeId);
    if ('refusal' in answer) return refused(entry, answer.refusal);
    const { seq, patches } = answer.committed;
    takeIn({ seq, patches, changeId: entry.changeId });
    publish(entry.undoes === undefined ? {} : asUndone(getState(), entry.undoes));
    settlements.settle(entry.changeId, { seq });
  }

  function refused(entry: Waiting, refusal: Refusal): void {
    local.takeOut(entry.changeId);
    // Who asks for an undo waits for its outcome and says it; after a reload nobody waits any more.
    if (entry.undoes === undefined || entry.restored) fail(entry, refusal);
    else publish();
    settlements.settle(entry.changeId, refusal);
    // The server decided against another board than the one on this screen.
    void loader.refresh();
  }

  function fail({ changeId, operations }: Waiting, refusal: Refusal): void {
    publish({ failures: [...getState().failures, { changeId, operations, refusal }] });
  }

  function send(change: Waiting): void {
    line.add(change);
    publish();
    sender.wake();
  }

  function commit(operations: readonly Operation[]): Id {
    const change = line.make(operations);
    settlements.open(change.changeId);
    const refusal = local.show(change);
    if (refusal) {
      fail(change, refusal);
      settlements.settle(change.changeId, refusal);
    } else send(change);
    return change.changeId;
  }

  function dismiss(changeId: Id): void {
    publish({ failures: getState().failures.filter((failure) => failure.changeId !== changeId) });
  }

  for (const entry of line.all()) settlements.open(entry.changeId);

  return {
    getState,
    subscribe,
    commit,
    settled: (changeId) => settlements.wait(changeId),
    withdraw(changeId) {
      const entry = line.find(changeId);
      if (!entry || entry.attempted) return false;
      line.leave(changeId);
      local.takeOut(changeId);
      publish();
      settlements.settle(changeId, WITHDRAWN);
      return true;
    },
    async undo(seq, from = seq) {
      const change = line.make([], { undoes: seq, ...(from === seq ? {} : { undoesFrom: from }) });
      settlements.open(change.changeId);
      send(change);
      const settlement = await settlements.wait(change.changeId);
      return isRefusal(settlement) ? settlement : null;
    },
    receive(change) {
      takeIn(change);
      publish();
    },
    hear: (seq) => catchUp.upTo(seq),
    trace: (seq, items) => publish({ traces: withTraces(getState().traces, seq, items) }),
    untrace: (cardId) => publish({ traces: new Map([...getState().traces].filter(([id]) => id !== cardId)) }),
    refresh: () => loader.refresh(),
    setOnline(online) {
      setOnline(online);
      if (online) sender.hurry();
    },
    retry(changeId) {
      const failure = getState().failures.find((failed) => failed.changeId === changeId);
      dismiss(changeId);
      if (failure) commit(failure.operations);
    },
    dismiss,
    atRisk: () => line.all().some((entry) => !entry.kept),
    start() {
      sender.start();
      loader.start();
    },
    stop() {
      sender.stop();
      loader.stop();
      catchUp.stop();
    },
  };
}

function withTraces(traces: BoardState['traces'], ...[seq, items]: Parameters<BoardStore['trace']>) {
  const cards = items.filter((item) => item.entity === 'card');
  return new Map([...traces, ...cards.map(({ id, text }): [Id, Trace] => [id, { seq, text }])]);
}

function asUndone({ traces, undone }: BoardState, seq: number): Pick<BoardState, 'traces' | 'undone'> {
  return {
    traces: new Map([...traces].filter(([, trace]) => trace.seq !== seq)),
    undone: new Set(undone).add(seq),
  };
}
