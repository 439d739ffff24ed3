import { cutText } from '../telling/cut-text.js';
import type { ChatMessage } from '../prompt/prompt.js';
import type { ChatTurn } from '../turn-event.js';

/** What of a conversation goes before the next question: enough to know what “it” is. */
const MOST_TURNS = 12;
const MOST_OF_ONE = 4000;

/** What was said so far, as a model is told of it: the questions that have an answer, with it, the newest of them. */
export function messagesOf(turns: readonly ChatTurn[]): ChatMessage[] {
  return turns
    .filter(({ state, answer }) => state === 'answered' && answer !== null && answer.message.trim() !== '')
    .slice(-MOST_TURNS)
    .flatMap(({ question, pasted, answer }): ChatMessage[] => [
      { role: 'user', content: cutText(askedIn(question, pasted), MOST_OF_ONE) },
      { role: 'assistant', content: cutText(answer ? contentOf(answer) : '', MOST_OF_ONE) },
    ]);
}

function askedIn(question: string, pasted: string | null): string {
  return pasted === null ? question : `${question}\n(A text was pasted beside this.)`;
}

function contentOf({ message, change, proposal }: NonNullable<ChatTurn['answer']>): string {
  if (change?.undone) return `${message}\n(This change was undone since.)`;
  if (proposal?.state === 'dismissed') return `${message}\n(The person has said no to this.)`;
  // What was done is told where the yes was said; here it stands that nothing was.
  const isDoneElsewhere = proposal?.state === 'accepted' && change?.count === 0;
  return isDoneElsewhere ? `${message}\n(The person has said yes to this since, and it was done.)` : message;
}
