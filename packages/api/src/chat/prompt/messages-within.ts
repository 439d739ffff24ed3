import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { cutWithin } from '../telling/cut-text.js';
import type { ChatMessage } from './prompt.js';
import { estimateTokens } from './tokens.js';

export interface Fitting {
  /** That all but the question may have. */
  readonly tokens: number;
  /** Earlier answers are shown in the form that the next one must have. */
  readonly isJson: boolean;
  /** Put behind the question. */
  readonly after: string;
}

/** For the marks of the chat template. */
export const MESSAGE_TOKENS = 8;
/** Less of a message says nothing. */
const LEAST = 24;
/** No earlier message takes more than this part of the room, so that there are several. */
const SHARE = 0.5;

/** The question, and as much of what was said before it as there is room for: the newest first, long ones cut. */
export function messagesWithin(
  messages: readonly ChatMessage[],
  { tokens, isJson, after }: Fitting,
): { readonly messages: ChatCompletionMessageParam[]; readonly left: number; readonly cost: number } {
  const earlier = messages.slice(0, -1);
  const recent: ChatMessage[] = [];
  let room = tokens;
  for (const { role, content } of earlier.toReversed()) {
    const most = Math.min(room - MESSAGE_TOKENS, Math.max(LEAST, tokens * SHARE));
    if (most < LEAST) break;
    const write = (text: string) => (isJson && role === 'assistant' ? inJson(text) : text);
    const cut = cutWithin(content, most, write);
    room -= estimateTokens(cut) + MESSAGE_TOKENS;
    recent.unshift({ role, content: cut });
  }
  const question = messages.slice(-1).map((message) => ({ ...message, content: `${message.content}${after}` }));
  return { messages: alternate([...recent, ...question]), left: earlier.length - recent.length, cost: tokens - room };
}

function inJson(message: string): string {
  return JSON.stringify({ message, operations: [] });
}

/** Many open models accept only question and answer in turn, beginning with a question; a turn that failed leaves two questions. */
function alternate(messages: readonly ChatMessage[]): ChatMessage[] {
  const turns: ChatMessage[] = [];
  for (const message of messages) {
    const last = turns.at(-1);
    if (last?.role === message.role) {
      turns[turns.length - 1] = { ...last, content: `${last.content}\n\n${message.content}` };
    } else if (last || message.role === 'user') turns.push(message);
  }
  return turns;
}
