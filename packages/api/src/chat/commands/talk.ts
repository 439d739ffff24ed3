import type { Asked, Talk, Understanding } from '@talkan/board/command/command';
import type { Board, Id } from '@talkan/board/model';
import type { ChatMessage } from '../prompt/prompt.js';

/** So far back a question can still be the reason for what is said now: each answer may be asked about in turn. */
const MOST_ASKED = 4;

export interface Talking {
  readonly board: Board;
  /** The cards that the last answer was about, where the client knows. */
  readonly spoken: readonly Id[] | undefined;
  /** Understands an earlier message as it would be understood now. */
  readonly understand: (text: string, talk: Talk) => Promise<Understanding>;
}

/** What the messages before the last one leave for it. The server itself remembers nothing of a conversation. */
export async function talkBefore(messages: readonly ChatMessage[], talking: Talking): Promise<Talk> {
  const answer = messages.at(-2);
  if (answer?.role !== 'assistant') return { cardIds: [], asked: null };
  const asked = await askedBy(messages, talking, MOST_ASKED);
  const named = asked ? [] : cardsIn(answer.content, talking.board);
  return { cardIds: talking.spoken ?? named, asked };
}

/** The question that the last answer was, by what it was asked about. What is asked otherwise by now waits for no answer. */
async function askedBy(messages: readonly ChatMessage[], talking: Talking, depth: number): Promise<Asked | null> {
  const [question, answer] = messages.slice(-3, -1);
  if (question?.role !== 'user' || answer?.role !== 'assistant' || depth === 0) return null;
  if (!answer.content.split('\n', 1)[0]?.trimEnd().endsWith('?')) return null;
  const before = messages.slice(0, -2);
  const asked = await askedBy(before, talking, depth - 1);
  const understood = await talking.understand(question.content, { cardIds: talking.spoken ?? [], asked });
  return understood.kind === 'ask' && answer.content === askInWords(understood) ? understood.asked : null;
}

/** A question of the command language's own, as it stands in an answer. */
export function askInWords({ question, asked }: Extract<Understanding, { kind: 'ask' }>): string {
  return [question, ...asked.choices.map(({ label }) => `- ${label}`)].join('\n');
}

/**
 * The one card that an answer names, for “it”. Titles are words of strangers and could name others: where there are two names, who knows
 * which of them was spoken of.
 */
function cardsIn(text: string, board: Board): readonly Id[] {
  const names = new Set(
    [...text.matchAll(new RegExp(`\\b${board.key}-(\\d{1,9})\\b`, 'gu'))].map(([, digits]) => digits),
  );
  const [digits, ...others] = [...names];
  if (digits === undefined || others.length > 0) return [];
  for (const { id } of board.columns()) {
    const card = board.cardsIn(id).find(({ number }) => number === Number(digits));
    if (card) return [card.id];
  }
  return [];
}
