import type { Id } from '@talkan/board/model';
import { sayStorageTrouble } from '@talkan/board/storage-trouble';
import { heardUnread } from '../../notices/heard';
import { createPresenter } from '../../presence/present';
import type { Doing, Signs } from '../../presence/signs';
import { followSlots, letGo } from '../../presence/slots';
import type { BoardStore, ReceivedChange } from '../board-state';
import type { LiveClient, LiveEvent, PresentInput } from './events';
import { createLeadership } from './leadership';
import { createRelay, type Channel, type Standing } from './relay';
import { createStream } from './stream';

export interface LiveBoardOptions {
  readonly store: BoardStore;
  readonly signs: Signs;
  readonly client: LiveClient;
  /** Hears of every change. */
  readonly heard?: (change: ReceivedChange & { readonly actorId: Id }) => void;
  /** How the pages of this browser agree on who holds the stream; `null` where they cannot: each has its own then, while it is looked at. */
  readonly together: {
    readonly locks: Pick<LockManager, 'request'>;
    readonly channel: Channel;
    readonly name: string;
  } | null;
  readonly isVisible: () => boolean;
  readonly isSignedIn: () => boolean;
  readonly delay?: (failures: number) => number;
}

export interface LiveBoard {
  /** What decides on whether there is to be a stream may have changed, or the way to the server. */
  look(): void;
  /** The machine has slept. */
  awoke(): void;
  stop(): void;
}

/** A board's store and signs, kept up to date by what the server pushes to this page, or to another one of this browser. */
export function startLiveBoard({
  store,
  signs,
  client,
  heard,
  together,
  isVisible,
  isSignedIn,
  delay,
}: LiveBoardOptions): LiveBoard {
  const boardId = store.getState().board.id;
  let stopped = false;

  const isWanted = () =>
    !stopped && isSignedIn() && store.getState().gone === null && (together !== null || isVisible());

  function take(event: LiveEvent): void {
    switch (event.type) {
      case 'change':
        signs.people.set(letGo(signs.people.get(), event));
        store.receive(event);
        return heard?.(event);
      case 'presence':
        return signs.people.set(event.people);
      case 'role':
        // Told at each beginning, too.
        return event.role === store.getState().role ? undefined : void store.refresh();
      case 'storage':
        return store.setProblem(event.trouble && sayStorageTrouble(event.trouble));
      case 'notices':
        return heardUnread.set(event.unread);
      case 'reset':
        return void store.refresh();
    }
  }

  function setUp(up: boolean): void {
    if (up === signs.up.get()) return;
    signs.up.set(up);
    if (!up) return signs.people.set([]);
    presenter.again();
    // The server answers again: what waits to be sent or asked need not wait longer.
    if (store.getState().connection !== 'retrying') return;
    store.setOnline(true);
    void store.refresh();
  }

  function led(standing: Standing): void {
    setUp(standing.up);
    signs.people.set(standing.people);
    goOnFrom(store, standing);
  }

  const presenter = createPresenter({
    // Without a stream nobody is there to hear it; it is said again as soon as there is one.
    send: async (doing) =>
      signs.up.get() && isSignedIn()
        ? client.boards.present.mutate(presentInput({ boardId, clientId: signs.clientId, doing }))
        : undefined,
    doing: () => (isVisible() ? signs.doing.get() : null),
  });
  const stream = createStream({
    client: client.boards,
    boardId,
    seq: () => store.getState().board.seq,
    event(event) {
      take(event);
      relay?.pass(event);
    },
    up(up) {
      setUp(up);
      relay?.tellStanding();
    },
    ask: () => void store.refresh(),
    ...(delay ? { delay } : {}),
  });
  const settle = () => (leadership.isLeading() && isWanted() ? stream.start() : stream.stop());
  const leadership = createLeadership({
    locks: together?.locks,
    name: together?.name ?? '',
    lead: () => settle(),
    follow: () => settle(),
  });
  const relay =
    together &&
    createRelay({
      channel: together.channel,
      isLeading: () => leadership.isLeading(),
      standing: () => standingOf(store, signs),
      event: take,
      led,
      // A page in the background may have been put to sleep with the stream in its hands.
      silence() {
        if (isVisible()) leadership.seize();
      },
    });

  presenter.start();
  leadership.start();
  relay?.ask();
  const releases = [
    signs.doing.subscribe(presenter.changed),
    followSlots(store, signs),
    // Who answers a call takes a stream, too: it need not wait for its own next try.
    followServer(store, { gone: look, answers: () => stream.hurry() }),
  ];

  function look(): void {
    settle();
    stream.hurry();
    if (isVisible()) relay?.ask();
    presenter.changed();
  }

  return {
    look,
    awoke() {
      stream.reopen();
      look();
    },
    stop() {
      stopped = true;
      presenter.stop();
      leadership.stop();
      stream.stop();
      relay?.stop();
      for (const release of releases) release();
      signs.up.set(false);
      signs.people.set([]);
    },
  };
}

/** Tells when the board is no longer to be seen, or is again, and when the server answers again. */
function followServer(store: BoardStore, tell: { gone(): void; answers(): void }): () => void {
  let before = store.getState();
  return store.subscribe(() => {
    const { gone, connection } = before;
    before = store.getState();
    if (before.gone !== gone) tell.gone();
    else if (before.connection === 'online' && connection !== 'online') tell.answers();
  });
}

/** What the leading page has heard before this one did. */
function goOnFrom(store: BoardStore, { problem, unread, seq }: Standing): void {
  store.setProblem(problem);
  heardUnread.set(unread ?? heardUnread.get());
  store.hear(seq);
}

function standingOf(store: BoardStore, signs: Signs): Standing {
  const { board, problem } = store.getState();
  return { seq: board.seq, up: signs.up.get(), people: signs.people.get(), problem, unread: heardUnread.get() };
}

interface Presence {
  readonly boardId: string;
  readonly clientId: string;
  readonly doing: Doing | null;
}

function presentInput({ doing, ...page }: Presence): PresentInput {
  return doing ? { ...page, ...doing } : { ...page, leave: true };
}
