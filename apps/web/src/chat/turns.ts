import type { Problem } from '../problem';
import { createSignal, type Signal } from '../ui/signal';
import {
  append,
  askAgain,
  markUndone,
  messagesOf,
  summarize,
  updateQuestion,
  type ChangeItem,
  type Conversation,
  type SentMessage,
} from './conversation';

interface CommittedItem extends ChangeItem {
  /** The same in the words for the card itself. */
  readonly brief: string;
}

interface CommittedChange<Patch> {
  readonly seq: number;
  readonly patches: readonly Patch[];
  readonly items: readonly CommittedItem[];
}

export interface TurnAnswer<Patch> {
  readonly message: string;
  /** The message without the list of changes, for where that is shown itself. */
  readonly note: string;
  readonly change: CommittedChange<Patch> | null;
  readonly proposal: { readonly items: readonly ChangeItem[] } | null;
}

export interface TurnOptions<Patch> {
  readonly conversation: Signal<Conversation>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Resolves when the server knows all that this screen shows, or with the sentence that says why it does not. */
  readonly saved: (signal: AbortSignal) => Promise<string | null>;
  readonly send: (
    input: { changeId: string; messages: SentMessage[] },
    signal: AbortSignal,
  ) => Promise<TurnAnswer<Patch>>;
  /** A change was committed: shows it on the board. */
  readonly changed: (changeId: string, change: CommittedChange<Patch>) => void;
  /** It is not known whether something was committed: looks. */
  readonly look: () => void;
  readonly problemOf: (error: unknown) => Problem;
}

export type TurnPhase = 'idle' | 'saving' | 'thinking';

export interface Turns {
  readonly phase: Signal<TurnPhase>;
  /** Asks a new question. Does nothing while another one waits. */
  ask(text: string): Promise<void>;
  /** Asks a question again that got no answer. */
  retry(questionId: string): Promise<void>;
  stop(): void;
  /** Starts a new conversation. */
  reset(): void;
}

const STOPPED = 'Stopped. If something was changed before that, the board shows it.';

/** One question after the other; what becomes of each stands in the conversation. */
export function createTurns<Patch>(options: TurnOptions<Patch>): Turns {
  const { conversation } = options;
  const phase = createSignal<TurnPhase>('idle');
  let running: AbortController | null = null;

  function end(questionId: string, state: 'failed' | 'stopped', problem: string): void {
    conversation.set(updateQuestion(conversation.get(), questionId, { state, problem }));
  }

  function take(question: { id: string; changeId: string }, answer: TurnAnswer<Patch>): void {
    const { change, proposal, message, note } = answer;
    const answered = updateQuestion(conversation.get(), question.id, { state: 'answered', problem: null });
    const receipt = change && { seq: change.seq, undone: false, ...summarize(change.items) };
    conversation.set(
      append(answered, {
        kind: 'answer',
        id: options.newId(),
        text: message,
        note,
        at: options.now(),
        change: receipt,
        proposal: proposal && summarize(proposal.items),
      }),
    );
    if (change) options.changed(question.changeId, change);
  }

  async function run(question: { id: string; changeId: string }): Promise<void> {
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    try {
      phase.set('saving');
      const unsaved = await options.saved(signal);
      if (signal.aborted) return end(question.id, 'stopped', STOPPED);
      if (unsaved !== null) return end(question.id, 'failed', unsaved);
      phase.set('thinking');
      const messages = messagesOf(conversation.get());
      take(question, await options.send({ changeId: question.changeId, messages }, signal));
    } catch (error) {
      const problem = options.problemOf(error);
      if (signal.aborted) end(question.id, 'stopped', STOPPED);
      else end(question.id, 'failed', problem.message);
      // Without an answer of the server's the change may stand all the same.
      if (signal.aborted || problem.status === null || problem.status >= 500) options.look();
    } finally {
      if (running === controller) {
        running = null;
        phase.set('idle');
      }
    }
  }

  return {
    phase,
    async ask(text) {
      if (running || text.trim() === '') return;
      const question = { id: options.newId(), changeId: options.newId() };
      conversation.set(
        append(conversation.get(), {
          ...question,
          kind: 'question',
          text: text.trim().toWellFormed(),
          at: options.now(),
          state: 'waiting',
          problem: null,
        }),
      );
      await run(question);
    },
    async retry(questionId) {
      if (running) return;
      conversation.set(askAgain(conversation.get(), questionId, options.newId()));
      const question = conversation.get().at(-1);
      if (question?.kind === 'question' && question.state === 'waiting') await run(question);
    },
    stop() {
      running?.abort();
    },
    reset() {
      running?.abort();
      running = null;
      phase.set('idle');
      conversation.set([]);
    },
  };
}

/** Says in the conversation that the change numbered `seq` was undone, wherever that was done. */
export function noteUndone(conversation: Signal<Conversation>, seq: number): void {
  conversation.set(markUndone(conversation.get(), seq));
}
