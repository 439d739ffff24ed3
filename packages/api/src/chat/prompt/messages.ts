import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ToolCall } from '../endpoint/call-list.js';
import type { Completion } from '../endpoint/completion.js';
import { dataBlock, toData } from './data-block.js';
import { parseArguments } from '../replies/reply.js';
import type { Problem } from '../staging/outcome.js';
import type { Result } from '../replies/round.js';

/** The model's own answer, given back to it as the next request's past. */
export function assistantMessage(completion: Completion): ChatCompletionMessageParam {
  const { calls, text, reasoning } = completion;
  if (calls.length === 0) return { role: 'assistant', content: text };
  // Some endpoints refuse the next request when their reasoning or its signatures do not come back with the calls.
  return {
    ...reasoning,
    role: 'assistant',
    content: text === '' ? null : text,
    tool_calls: calls.map((call) => ({
      id: call.id,
      type: 'function' as const,
      function: { name: nameOf(call), arguments: argumentsOf(call) },
      ...(call.extra === undefined ? {} : { extra_content: call.extra }),
    })),
  };
}

export function answerCalls(calls: readonly ToolCall[], results: readonly Result[]): ChatCompletionMessageParam[] {
  return calls.map((call, position) => {
    const result = results[position];
    return { role: 'tool', tool_call_id: call.id, content: result ? contentOf(result) : '{}' };
  });
}

/** For an answer in JSON that looks something up: what was found, and what became of the rest of it. */
export function findings(results: readonly Result[]): ChatCompletionMessageParam {
  const told = results.map((result, position) => `Operation ${position + 1}:\n${blockOf(result)}`);
  return {
    role: 'user',
    content: `${told.join('\n\n')}\n\nThis is from the program, not from the person. What is ready to be saved need not be sent again. Go on in the same form; when you know enough, give the message for the person.`,
  };
}

/** For an answer in JSON: what is wrong with it, and that all of it is wanted again. */
export function correction(problems: readonly Problem[]): ChatCompletionMessageParam {
  const lines = problems.slice(0, 20).map((problem) => toData(explain(problem)));
  return {
    role: 'user',
    content: `The program could not carry out your answer, and nothing was changed:\n${dataBlock(lines)}\nSend the whole answer again, corrected.`,
  };
}

function contentOf(result: Result): string {
  switch (result.kind) {
    case 'staged':
      return toData({ status: 'ready to be saved', change: result.text });
    case 'idle':
    case 'repeated':
      return toData({ status: 'nothing to do', reason: result.text });
    case 'problem':
      return toData({ status: 'not possible', problem: explain(result) });
    case 'read':
      return result.isRepeated ? `You have looked this up before.\n${result.text}` : result.text;
  }
}

/** In a message that stands where those of the person do, names and titles of others are marked as what they are. */
function blockOf(result: Result): string {
  const content = contentOf(result);
  return result.kind === 'read' ? content : dataBlock([content]);
}

function explain({ text, hint }: Problem): string {
  return hint === undefined ? text : `${text} ${hint}`;
}

/** Servers that put the past into a template stumble over names and arguments that are none. */
function nameOf(call: ToolCall): string {
  return /^[A-Za-z0-9_-]{1,64}$/.test(call.name) ? call.name : 'unknown';
}

function argumentsOf(call: ToolCall): string {
  return JSON.stringify(parseArguments(call.arguments) ?? {});
}
