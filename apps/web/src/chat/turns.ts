import type { Id } from '@talkan/board/model';
import type { Signal } from '../ui/signal';
import type { ChatTurn } from './contract';
import { beginLive, takeEvent, type Asking, type LiveTurn } from './live-turn';
import { sayAnswer, STOPPED } from './spoken-words';
import type { Committed, TalkOptions, TurnRequest } from './talk-options';
import { isBusy, shownTurns, unansweredTurn, withAside, withTurn, type TalkState } from './talk-state';

export interface Turns {
  /** Does nothing while another question waits. */
  ask(asking: Omit<Asking, 'turnId'> & { readonly turnId?: Id }): Promise<void>;
  /** Ends the turn at once; what has become of it is asked afterwards. */
  stop(): void;
}

/** A turn that was stopped is ended by the server within a moment: as often it is asked whether it has. */
const MOST_LOOKS = 12;

/** One question after the other; what becomes of each stands in the conversation. */
export function createTurns(state: Signal<TalkState>, options: TalkOptions): Turns {
  const { server, problemOf } = options;
  let running: AbortController | null = null;

  const update = (change: (now: TalkState) => TalkState) => state.set(change(state.get()));
  const isOpen = ({ conversationId }: Running) => state.get().id === conversationId;

  function keep(turn: ChatTurn, live: LiveTurn): void {
    const { turnId, said: remains, ways, isKept } = live;
    update((now) => {
      const ended = { ...now, turns: shownTurns(now), live: null };
      return withTurn(withAside(ended, turnId, { remains, ways, isKept }), turn);
    });
  }

  function give(turn: Running, ending: 'failed' | 'stopped', problem: string): void {
    const { live } = state.get();
    if (!isOpen(turn) || live?.turnId !== turn.turnId) return;
    keep(unansweredTurn(live, ending, problem), live);
    options.say(problem);
  }

  /** Asks what the server knows of a turn that ended here without an answer: something may have been done all the same. */
  async function settle({ conversationId, turnId }: Running): Promise<void> {
    options.look();
    for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
      const turn = await server.conversation(conversationId).then(
        ({ turns }) => turns.find(({ id }) => id === turnId) ?? null,
        () => null,
      );
      const isStill = state.get().id === conversationId && state.get().live?.turnId !== turnId;
      if (turn === null || !isStill) return;
      if (turn.state !== 'running') {
        update((now) => withTurn(now, turn));
        if (turn.answer) options.say(sayAnswer(turn.answer));
        return;
      }
      await options.pause();
    }
  }

  async function run(turn: Running, { text, pasted, replaces }: Asking): Promise<void> {
    const { signal, conversationId, turnId } = turn;
    const unsaved = await options.saved(signal);
    if (signal.aborted) return;
    if (unsaved !== null) return give(turn, 'failed', unsaved);
    const request: TurnRequest = {
      conversationId,
      turnId,
      text,
      ...(pasted !== null && { pasted }),
      ...(replaces !== undefined && { replaces }),
    };
    try {
      for await (const event of untilAborted(server.turn(request, signal), signal)) {
        const { live } = state.get();
        if (!isOpen(turn) || live?.turnId !== turnId) continue;
        if (event.kind !== 'answer') {
          update((now) => ({ ...now, live: takeEvent(live, event) }));
          continue;
        }
        keep(event.turn, live);
        return conclude(event.turn, event.patches);
      }
      throw new Error('The answer broke off. Try again.');
    } catch (error) {
      if (!signal.aborted) give(turn, 'failed', problemOf(error).message);
      await settle(turn);
    }
  }

  function conclude({ id: changeId, answer }: ChatTurn, patches: Committed['patches'] | null): void {
    if (!answer) return;
    const { change, command } = answer;
    if (change && patches) options.committed({ changeId, seq: change.seq, patches, items: change.items });
    else if (change) options.look();
    if (command?.filter) options.filtered(command.filter);
    options.say(sayAnswer(answer));
  }

  return {
    async ask({ turnId = options.newId(), ...asked }) {
      if (isBusy(state.get()) || asked.text.trim() === '') return;
      const controller = new AbortController();
      running = controller;
      const asking = { ...asked, text: asked.text.trim().toWellFormed(), turnId };
      const step = options.isSaved() ? 'thinking' : 'saving';
      const live = beginLive(asking, new Date(options.now()).toISOString(), step);
      update((now) => ({ ...now, live, loading: 'there', problem: null }));
      const { signal } = controller;
      await run({ conversationId: state.get().id, turnId, signal }, asking);
    },
    stop() {
      const { live, id } = state.get();
      if (!live || !running) return;
      give({ conversationId: id, turnId: live.turnId, signal: running.signal }, 'stopped', STOPPED);
      running.abort();
    },
  };
}

interface Running {
  readonly conversationId: Id;
  readonly turnId: Id;
  readonly signal: AbortSignal;
}

/** What comes until it is aborted: then it ends at once, whatever the source does. */
async function* untilAborted<Value>(source: Promise<AsyncIterable<Value>>, signal: AbortSignal): AsyncGenerator<Value> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
  });
  // Where nobody waits for it any more it is nobody's error.
  aborted.catch(() => {});
  source.catch(() => {});
  const iterator = (await Promise.race([source, aborted]))[Symbol.asyncIterator]();
  for (;;) {
    const next = iterator.next();
    next.catch(() => {});
    const { done, value } = await Promise.race([next, aborted]);
    if (done) return;
    yield value;
  }
}
