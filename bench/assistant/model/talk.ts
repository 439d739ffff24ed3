import { randomUUID } from 'node:crypto';
import type { TurnFacts } from '@talkan/api/chat/turn-event';
import type { AppRouter } from '@talkan/api/root';
import { createTRPCClient, httpBatchStreamLink, TRPCClientError } from '@trpc/client';

/** What came of something that was said. */
export interface TalkAnswer {
  readonly text: string;
  /** What waits for a yes. */
  readonly proposal: string | null;
  readonly facts: TurnFacts;
}

/** A conversation with the assistant of one board. */
export interface Talk {
  /** @throws an Error where the server does not take the question; that the model gives no answer is its answer */
  say(text: string): Promise<TalkAnswer>;
  /** Whether it was done. */
  accept(proposalId: string): Promise<boolean>;
}

const NOBODY: TurnFacts = { model: null, rung: null, tokens: null, cost: null, durationMs: null };

export function createTalk({ port, boardId, token }: { port: number; boardId: string; token: string }): Talk {
  const headers = { authorization: `Bearer ${token}` };
  const { chat } = createTRPCClient<AppRouter>({
    links: [httpBatchStreamLink({ url: `http://127.0.0.1:${port}/trpc`, headers })],
  });
  const conversationId = randomUUID();
  return {
    async say(text) {
      try {
        for await (const event of await chat.turn.mutate({ boardId, conversationId, turnId: randomUUID(), text })) {
          if (event.kind !== 'answer') continue;
          const { answer, model, rung, tokens, cost, durationMs } = event.turn;
          const waiting = answer?.proposal?.state === 'waits' ? answer.proposal.id : null;
          const facts = { model, rung, tokens, cost, durationMs };
          return { text: answer?.message ?? '', proposal: waiting, facts };
        }
        throw new Error('The turn ended without an answer.');
      } catch (error) {
        const status = error instanceof TRPCClientError ? Number(Reflect.get(error.data ?? {}, 'httpStatus')) : 0;
        if (!(error instanceof Error) || !(status >= 500 || status === 429 || status === 403)) throw error;
        return { text: `Nothing was changed: ${error.message}`, proposal: null, facts: NOBODY };
      }
    },
    async accept(proposalId) {
      const answered = await chat.accept.mutate({ boardId, proposalId, changeId: randomUUID() });
      return answered.kind === 'done';
    },
  };
}
