import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { cutWithin } from '../telling/cut-text.js';
import { MESSAGE_TOKENS } from './messages-within.js';
import { estimateTokens } from './tokens.js';

type Steps = readonly ChatCompletionMessageParam[];

/** Of an answer of the program to an earlier step the beginning says whether it worked. */
const SHORT = 24;

/** Tokens that messages have. */
export function costOf(messages: Steps): number {
  return messages.reduce((sum, message) => sum + costOfOne(message), 0);
}

/**
 * What was said in a turn so far, with as many tokens as these at most: earlier answers of the program are cut first, then the first rounds
 * are left out; all of them where the last one alone is too much.
 */
export function stepsWithin(steps: Steps, tokens: number): Steps {
  if (costOf(steps) <= tokens) return steps;
  const rounds = roundsOf(steps);
  const last = rounds.at(-1) ?? [];
  for (const shortened of [[...rounds.slice(0, -1).flat().map(shorten), ...last], steps.map(shorten)]) {
    if (costOf(shortened) <= tokens) return shortened;
  }
  const short = rounds.map((round) => round.map(shorten));
  for (let from = 1; from < short.length; from += 1) {
    const kept = short.slice(from).flat();
    if (costOf(kept) <= tokens) return kept;
  }
  return [];
}

/** Each begins with what the model said. */
function roundsOf(steps: Steps): ChatCompletionMessageParam[][] {
  const rounds: ChatCompletionMessageParam[][] = [];
  for (const step of steps) {
    const round = step.role === 'assistant' ? undefined : rounds.at(-1);
    if (round) round.push(step);
    else rounds.push([step]);
  }
  return rounds;
}

function shorten(message: ChatCompletionMessageParam): ChatCompletionMessageParam {
  if ((message.role !== 'tool' && message.role !== 'user') || typeof message.content !== 'string') return message;
  return { ...message, content: cutWithin(message.content, SHORT) };
}

function costOfOne({ role: _role, content, ...rest }: ChatCompletionMessageParam): number {
  const text = typeof content === 'string' ? content : '';
  // Calls, and what the model thought before them.
  const others = Object.keys(rest).length > 0 ? JSON.stringify(rest) : '';
  return estimateTokens(text) + estimateTokens(others) + MESSAGE_TOKENS;
}
