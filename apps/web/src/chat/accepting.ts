import { messagesOf, replaceAnswer, spokenIn, upToQuestion, type Answer } from './conversation';
import type { OneAtATime } from './one-at-a-time';
import { STOPPED, type TurnAnswer, type TurnOptions } from './turn';

interface Accepting<Patch> {
  readonly options: TurnOptions<Patch>;
  readonly requests: OneAtATime;
  readonly contentOf: (answer: TurnAnswer<Patch>) => Omit<Answer, 'kind' | 'id'>;
  /** Shows on the board what an answer brought. */
  readonly show: (changeId: string, answer: TurnAnswer<Patch>) => void;
}

/** What becomes of proposals: done in the place where they were made, or turned down. */
export function createAccepting<Patch>({ options, requests, contentOf, show }: Accepting<Patch>) {
  const { conversation } = options;
  /** The same for each try to accept a proposal: it is done once. */
  const changeIds = new Map<string, string>();

  const yesOf = (answerId: string) => {
    const entry = conversation.get().find(({ id }) => id === answerId);
    return entry?.kind === 'answer' ? (entry.offer?.yes ?? null) : null;
  };

  async function send(answerId: string, confirmed: string, signal: AbortSignal): Promise<string | null> {
    const changeId = changeIds.get(answerId) ?? options.newId();
    changeIds.set(answerId, changeId);
    try {
      requests.phase.set('saving');
      const unsaved = await options.saved(signal);
      if (unsaved !== null || signal.aborted) return unsaved ?? STOPPED;
      requests.phase.set('thinking');
      const entries = upToQuestion(conversation.get(), answerId);
      const said = { messages: messagesOf(entries), spoken: spokenIn(entries) };
      const answer = await options.send({ changeId, ...said, confirmed }, signal);
      conversation.set(replaceAnswer(conversation.get(), answerId, contentOf(answer)));
      show(changeId, answer);
      return null;
    } catch (error) {
      // Without an answer of the server's the change may stand all the same.
      options.look();
      return signal.aborted ? STOPPED : options.problemOf(error).message;
    }
  }

  return {
    async accept(answerId: string): Promise<string | null> {
      const confirmed = yesOf(answerId);
      if (requests.isBusy() || confirmed === null) return null;
      return requests.run((signal) => send(answerId, confirmed, signal));
    },
    decline(answerId: string): void {
      const entry = conversation.get().find(({ id }) => id === answerId);
      if (entry?.kind !== 'answer' || !entry.offer) return;
      conversation.set(replaceAnswer(conversation.get(), answerId, { offer: { ...entry.offer, yes: null } }));
    },
  };
}
