import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { Completion, ToolCall } from './completion.js';
import { parseArguments } from './reply.js';
import type { Outcome, Problem } from './outcome.js';

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

export function answerCalls(calls: readonly ToolCall[], outcomes: readonly Outcome[]): ChatCompletionMessageParam[] {
  return calls.map((call, position) => {
    const outcome = outcomes[position];
    return { role: 'tool', tool_call_id: call.id, content: JSON.stringify(outcome ? answerOf(outcome) : {}) };
  });
}

/** For an answer in JSON: what is wrong with it, and that all of it is wanted again. */
export function correction(problems: readonly Problem[]): ChatCompletionMessageParam {
  const lines = problems.slice(0, 20).map((problem) => `- ${explain(problem)}`);
  return {
    role: 'user',
    content: `The program could not carry out your answer, and nothing was changed:\n${lines.join('\n')}\nSend the whole answer again, corrected.`,
  };
}

function answerOf(outcome: Outcome): Record<string, string> {
  switch (outcome.kind) {
    case 'staged':
      return { status: 'ready to be saved', change: outcome.text };
    case 'idle':
    case 'repeated':
      return { status: 'nothing to do', reason: outcome.text };
    case 'problem':
      return { status: 'not possible', problem: explain(outcome) };
  }
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
