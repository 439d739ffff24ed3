import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { readBoardUpdate } from './board-update.js';
import { detailsShown } from './board-text.js';
import type { Completion } from './completion.js';
import { modelFailed } from './failure.js';
import type { Rung } from './ladder.js';
import { answerCalls, assistantMessage, correction } from './messages.js';
import type { Outcome, Problem } from './outcome.js';
import { buildPrompt, type ChatMessage } from './prompt.js';
import { parseArguments, parseReply, readOperations, withoutReasoning, type Reply } from './reply.js';
import type { ModelRequest } from './request.js';
import { createStage, MAX_OPERATIONS, mayChange, TOO_MANY, type Sight, type Stage, type StageBase } from './stage.js';
import { REPLY_SCHEMA, TOOLS, typeOfTool } from './tools.js';

export interface Conversation {
  readonly base: StageBase;
  readonly messages: readonly ChatMessage[];
  ask(request: ModelRequest): Promise<Completion>;
}

/** What came of a conversation with the model: staged on a copy, committed nowhere. */
export interface Concluded {
  /** The model's own words. */
  readonly said: string;
  readonly stage: Stage;
  /** What could not be done although the model was told once. Where there is any, nothing may be committed. */
  readonly problems: readonly string[];
}

/** Models that make one call at a time need a request for each. */
const MAX_STEPS = 24;
const UNREADABLE: Problem = {
  kind: 'problem',
  text: 'The model’s answer could not be understood.',
  hint: 'Answer once more, in exactly the form that was asked for.',
};

/** Talks to the model on one rung until it has nothing more to do. Problems go back to it once. */
export async function converse(conversation: Conversation, rung: Rung): Promise<Concluded> {
  const { base } = conversation;
  const sight: Sight = { shown: detailsShown(base.board), told: new Set() };
  let stage = createStage(base, sight);
  const messages = buildPrompt(base, stage.names, { rung, messages: conversation.messages });
  let problems: readonly Problem[] = [];
  let corrected = false;

  for (let step = 0; step < MAX_STEPS; step++) {
    const completion = await conversation.ask(requestFor(base, rung, messages));
    const text = withoutReasoning(completion.text);
    if (!mayChange(base)) return { said: messageOf(parseReply(text)), stage, problems: [] };

    const called = completion.calls.map((call, position) =>
      position < MAX_OPERATIONS ? takeCall(stage, call) : TOO_MANY,
    );
    const reply = called.length > 0 ? ({ kind: 'prose', message: text } as const) : parseReply(text);
    const outcomes = called.length > 0 ? called : takeReply(stage, base, reply);
    const found = outcomes.filter((outcome) => outcome.kind === 'problem');
    const conclude = (open: readonly Problem[]): Concluded => ({
      said: messageOf(reply),
      stage,
      problems: open.map((problem) => problem.text),
    });

    if (found.length > 0) {
      if (corrected) return conclude(found);
      corrected = true;
      problems = found;
      messages.push(assistantMessage(completion));
      if (called.length > 0) messages.push(...answerCalls(completion.calls, called));
      else {
        messages.push(correction(found));
        // The whole answer is asked for again, so what it brought does not count.
        stage = createStage(base, sight);
      }
      continue;
    }
    if (outcomes.some((outcome) => outcome.kind === 'staged' || outcome.kind === 'idle')) problems = [];
    if (called.length === 0) {
      if (text === '' && stage.operations().length === 0 && problems.length === 0) throwEmpty(step);
      return conclude(problems);
    }
    // A model that only repeats itself has finished.
    if (outcomes.every((outcome) => outcome.kind === 'repeated')) return conclude(problems);
    messages.push(assistantMessage(completion), ...answerCalls(completion.calls, called));
  }
  throw modelFailed('The model did not come to an end. Ask for less at a time.');
}

function throwEmpty(step: number): void {
  // After calls that had nothing to do, silence is an answer.
  if (step === 0) throw modelFailed('The model gave an empty answer. Try again.');
}

function requestFor(base: StageBase, rung: Rung, messages: ChatCompletionMessageParam[]): ModelRequest {
  if (!mayChange(base)) return { messages };
  switch (rung) {
    case 'tools':
      return { messages, tools: TOOLS };
    case 'tools-no-reasoning':
      return { messages, tools: TOOLS, reasoning_effort: 'none' };
    case 'json_schema':
      return {
        messages,
        response_format: { type: 'json_schema', json_schema: { name: 'board_answer', schema: REPLY_SCHEMA } },
      };
    case 'json_object':
      return { messages, response_format: { type: 'json_object' } };
    case 'json':
      return { messages };
  }
}

function takeCall(stage: Stage, call: Completion['calls'][number]): Outcome {
  const type = typeOfTool(call.name);
  if (type === null) {
    return {
      kind: 'problem',
      text: `The model asked for ${JSON.stringify(call.name.slice(0, 60))}, which does not exist here.`,
      hint: `The functions are ${TOOLS.map((tool) => tool.function.name).join(', ')}.`,
    };
  }
  const fields = parseArguments(call.arguments);
  if (fields) return stage.take(type, fields);
  return {
    kind: 'problem',
    text: 'The model’s call could not be read.',
    hint: 'The arguments must be one JSON object.',
  };
}

function takeReply(stage: Stage, base: StageBase, reply: Reply): Outcome[] {
  switch (reply.kind) {
    case 'prose':
      return [];
    case 'broken':
      return [UNREADABLE];
    case 'operations':
      if (reply.operations.length > MAX_OPERATIONS) return [TOO_MANY];
      return readOperations(reply.operations).map(({ type, fields }) => stage.take(type, fields));
    case 'board': {
      const operations = readBoardUpdate(base.board, reply.board, stage.names);
      if (typeof operations === 'string') return [{ kind: 'problem', text: operations }];
      if (operations.length > MAX_OPERATIONS) return [TOO_MANY];
      return operations.map(({ type, ...fields }) => stage.take(type, fields));
    }
  }
}

function messageOf(reply: Reply): string {
  return reply.kind === 'broken' ? '' : reply.message;
}
