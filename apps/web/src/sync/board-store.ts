import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { BoardStore, ReceivedChange } from './board-state';
import { createCatchUp } from './catch-up';
import { createFailures } from './failures';
import { tellOf, tellUndone } from './happenings';
import { createLoader, type Loader } from './loader';
import { createLocalBoard, type LocalBoard } from './local-board';
import { NOTHING_LEFT, type Left, type Outbox } from './outbox';
import { createPublisher, type Publisher } from './publisher';
import { createSender, type Answer, type Reached, type Sender } from './sender';
import { createSettlements } from './settlements';
import type { LoadedBoard, Transport } from './transport';
import { asUndone, createTraces } from './traces';
import { createWaitingLine, sent, type Waiting, type WaitingLine } from './waiting';

export interface BoardStoreOptions {
  readonly snapshot: LoadedBoard;
  readonly transport: Transport;
  readonly outbox: Outbox;
  /** What earlier pages left in it. */
  readonly left?: Left;
  readonly actorId: Id;
  /** Of the server's database, as it was when the page began: the numbers that it knows mean nothing in another one. */
  readonly era?: number | undefined;
  /** Whether the server gave the snapshot just now; it did, unless said otherwise. */
  readonly reached?: Reached;
  /** Milliseconds before the next try after `failures` failed ones. */
  readonly delay?: (failures: number) => number;
  /** When a change is sent that is on the screen by now: at once, unless said otherwise. */
  readonly soon?: (send: () => void) => void;
}

const WITHDRAWN = refuse('invalid', t`Taken back before it was sent.`);

/**
 * One board, live: the confirmed board, and this browser's own changes decided on top of it, each time anew. The confirmed board is
 * held here and not in the react-query cache, which would be a second owner of the same truth with its own ideas of when to refetch.
 */
export function createBoardStore(options: BoardStoreOptions): BoardStore {
  const { snapshot, transport, outbox, left = NOTHING_LEFT, reached = 'online', actorId, era, delay } = options;
  const { soon = (task) => task() } = options;
  const settlements = createSettlements();
  const line = createWaitingLine(outbox, () => publish());
  const local = createLocalBoard(snapshot, actorId);
  const publisher = createPublisher(local, line, reached);
  const { getState, subscribe, publish } = publisher;
  const failures = createFailures(publisher, outbox);

  const loader = createBoardLoader(transport, { local, publisher });
  const catchUp = createCatchUp({ local, transport, changed: publish, giveUp: () => void loader.refresh() });
  const sender = createLineSender(transport, { line, publisher, answered, delay });

  function takeIn(change: ReceivedChange): void {
    if (local.takeIn(change)) catchUp.soon();
  }

  function answered(entry: Waiting, answer: Answer): void {
    line.leave(entry.changeId);
    if ('refusal' in answer) return refused(entry, answer.refusal);
    outbox.forget(entry.changeId);
    const { seq, patches } = answer.committed;
    takeIn({ seq, patches, changeId: entry.changeId });
    publish(entry.undoes === undefined ? {} : asUndone(getState(), entry.undoes));
    settlements.settle(entry.changeId, { seq });
  }

  function refused(entry: Waiting, refusal: Refusal): void {
    local.takeOut(entry.changeId);
    // Who asks for an undo waits for its outcome and says it; after a reload nobody waits any more.
    if (entry.undoes === undefined || entry.restored) failures.add({ ...sent(entry), refusal });
    else {
      outbox.forget(entry.changeId);
      publish();
    }
    settlements.settle(entry.changeId, refusal);
    // The server decided against another board than the one on this screen.
    void loader.refresh();
  }

  function send(change: Waiting): void {
    line.add(change);
    publish();
    soon(() => sender.wake());
    void tellOf(change, settlements);
  }

  function commit(operations: readonly Operation[], origin?: 'command'): Id {
    const change = line.make(operations, origin && { origin });
    settlements.open(change.changeId);
    const refusal = local.show(change);
    if (refusal) {
      failures.add({ ...sent(change), refusal });
      settlements.settle(change.changeId, refusal);
    } else send(change);
    return change.changeId;
  }

  function replace(changeId: Id, operations: readonly Operation[]): void {
    const change = line.make(operations);
    settlements.open(change.changeId);
    local.requeue([change]);
    send(change);
    failures.dismiss(changeId);
  }

  function takeInLeft({ waiting, refused }: Left): void {
    const entries = line.takeIn(waiting);
    for (const { changeId } of entries) settlements.open(changeId);
    // An undo is decided by the server alone.
    local.requeue(entries.filter(({ undoes }) => undoes === undefined));
    failures.takeIn(refused);
  }

  takeInLeft(left);

  return {
    getState,
    subscribe,
    confirmed: () => local.confirmed(),
    commit,
    settled: (changeId) => settlements.wait(changeId),
    withdraw(changeId) {
      const entry = line.find(changeId);
      if (!entry || entry.attempted) return false;
      line.leave(changeId);
      outbox.forget(changeId);
      local.takeOut(changeId);
      publish();
      settlements.settle(changeId, WITHDRAWN);
      tellUndone();
      return true;
    },
    undo(seq, from = seq) {
      const change = line.make([], undoing({ seq, from, era }));
      settlements.open(change.changeId);
      send(change);
      return settlements.refusalOf(change.changeId);
    },
    receive(change) {
      takeIn(change);
      publish();
    },
    hear: (seq) => catchUp.upTo(seq),
    ...createTraces(publisher),
    ...createMemory(local, publisher),
    refresh: () => loader.refresh(),
    setOnline(online) {
      publisher.setOnline(online);
      if (online) sender.hurry();
    },
    setProblem(problem) {
      if (publisher.setProblem(problem) && problem === null) sender.hurry();
    },
    replace,
    dismiss: (changeId) => failures.dismiss(changeId),
    async takeOver() {
      takeInLeft(await outbox.takeOver());
      sender.wake();
    },
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

function undoing({ seq, from, era }: { seq: number; from: number; era: number | undefined }) {
  return {
    undoes: seq,
    ...(from === seq ? {} : { undoesFrom: from }),
    ...(era === undefined ? {} : { era }),
  };
}

/** What the store is told by those who ask the server themselves. */
function createMemory(local: LocalBoard, { publish }: Publisher): Pick<BoardStore, 'remember' | 'renew'> {
  return {
    renew(board) {
      // One that was overtaken on its way, or says nothing new, changes nothing.
      if (board.seq < local.newest() || (board.seq === local.view().seq && board.role === local.role())) return;
      local.replace(board);
      publish();
    },
    remember(comments, instead) {
      local.remember(comments, instead);
      publish();
    },
  };
}

function sendBy(transport: Transport, { changeId, operations, origin, undoes: seq, undoesFrom: from, era }: Waiting) {
  return seq === undefined
    ? transport.commit({ changeId, operations, origin })
    : transport.undo({ changeId, seq, from, era });
}

interface SenderParts {
  readonly line: WaitingLine;
  readonly publisher: Publisher;
  readonly answered: (entry: Waiting, answer: Answer) => void;
  readonly delay: BoardStoreOptions['delay'];
}

function createLineSender(transport: Transport, { line, publisher, answered, delay }: SenderParts): Sender {
  return createSender<Waiting>({
    next: () => line.all()[0],
    send: (entry) => sendBy(transport, entry),
    sending: (entry) => void (entry.attempted = true),
    answered,
    reached: publisher.setReached,
    stuck: publisher.setProblem,
    ...(delay ? { delay } : {}),
  });
}

function createBoardLoader(transport: Transport, parts: { local: LocalBoard; publisher: Publisher }): Loader {
  const { local, publisher } = parts;
  return createLoader({
    load: () => transport.load(),
    newest: () => local.newest(),
    loaded(board) {
      local.replace(board);
      publisher.publish({ gone: null });
    },
    refused: (gone) => publisher.publish({ gone }),
    reached: publisher.setReached,
  });
}
