import type { Signal } from '../ui/signal';
import { createAccepting } from './accepting';
import {
  append,
  askAgain,
  markUndone,
  markWalked,
  messagesOf,
  spokenIn,
  summarize,
  updateQuestion,
  type Answer,
  type Conversation,
} from './conversation';
import { createOneAtATime, type TurnPhase } from './one-at-a-time';
import { STOPPED, type TurnAnswer, type TurnOptions } from './turn';

export interface Turns {
  readonly phase: Signal<TurnPhase>;
  /** Asks a new question. Does nothing while another one waits. */
  ask(text: string): Promise<void>;
  /** Asks a question again that got no answer. */
  retry(questionId: string): Promise<void>;
  /** Has a proposal done. Resolves with the sentence that says why it was not. */
  accept(answerId: string): Promise<string | null>;
  /** Turns a proposal down. */
  decline(answerId: string): void;
  stop(): void;
  /** Starts a new conversation. */
  reset(): void;
}

/** One question after the other; what becomes of each stands in the conversation. */
export function createTurns<Patch>(options: TurnOptions<Patch>): Turns {
  const { conversation } = options;
  const requests = createOneAtATime();
  const { phase } = requests;

  function end(questionId: string, state: 'failed' | 'stopped', problem: string): void {
    conversation.set(updateQuestion(conversation.get(), questionId, { state, problem }));
  }

  function contentOf({ change, proposal, message, note, command }: TurnAnswer<Patch>): Omit<Answer, 'kind' | 'id'> {
    return {
      text: message,
      note,
      at: options.now(),
      change: change && { seq: change.seq, undone: false, ...summarize(change.items) },
      proposal: proposal && summarize(proposal.items),
      offer: command,
    };
  }

  function show(changeId: string, { change, command }: TurnAnswer<Patch>): void {
    if (change) options.changed(changeId, change);
    if (command?.filter) options.filtered(command.filter);
    if (command?.walked) conversation.set(markWalked(conversation.get(), command.walked));
  }

  async function send(question: { id: string; changeId: string }, signal: AbortSignal): Promise<void> {
    const { id, changeId } = question;
    try {
      phase.set('saving');
      const unsaved = await options.saved(signal);
      if (signal.aborted) return end(id, 'stopped', STOPPED);
      if (unsaved !== null) return end(id, 'failed', unsaved);
      phase.set('thinking');
      const entries = conversation.get();
      const said = { messages: messagesOf(entries), spoken: spokenIn(entries) };
      const answer = await options.send({ changeId, ...said }, signal);
      const answered = updateQuestion(conversation.get(), id, { state: 'answered', problem: null });
      conversation.set(append(answered, { kind: 'answer', id: options.newId(), ...contentOf(answer) }));
      show(changeId, answer);
    } catch (error) {
      const problem = options.problemOf(error);
      if (signal.aborted) end(id, 'stopped', STOPPED);
      else end(id, 'failed', problem.message);
      // Without an answer of the server's the change may stand all the same.
      if (signal.aborted || problem.status === null || problem.status >= 500) options.look();
    }
  }

  return {
    phase,
    ...createAccepting({ options, requests, contentOf, show }),
    async ask(text) {
      if (requests.isBusy() || text.trim() === '') return;
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
      await requests.run((signal) => send(question, signal));
    },
    async retry(questionId) {
      if (requests.isBusy()) return;
      conversation.set(askAgain(conversation.get(), questionId, options.newId()));
      const question = conversation.get().at(-1);
      if (question?.kind === 'question' && question.state === 'waiting')
        await requests.run((signal) => send(question, signal));
    },
    stop: () => requests.stop(),
    reset() {
      requests.abandon();
      conversation.set([]);
    },
  };
}

/** Says in the conversation that the change numbered `seq` was undone, wherever that was done. */
export function noteUndone(conversation: Signal<Conversation>, seq: number): void {
  conversation.set(markUndone(conversation.get(), seq));
}
