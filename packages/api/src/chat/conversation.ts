import type { ChatCompletionFunctionTool, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { detailsShown } from './board-text.js';
import type { Completion } from './completion.js';
import { createDraft } from './draft.js';
import { ModelFailure, modelFailed, NOTHING_CHANGED } from './failure.js';
import { usesJson, type Rung } from './ladder.js';
import { answerCalls, assistantMessage, correction, findings } from './messages.js';
import type { Problem } from './outcome.js';
import { buildPrompt, type ChatMessage } from './prompt.js';
import { READ_TOOLS } from './read-tools.js';
import { createReads, type MakeReadTools } from './reads.js';
import type { ModelRequest } from './request.js';
import { createRound, type Result, type Round } from './round.js';
import { mayChange, type Stage, type StageBase } from './stage.js';
import { createTeller, type Tell } from './teller.js';
import { REPLY_SCHEMA, TOOLS } from './tools.js';

export interface Conversation {
  readonly base: StageBase;
  readonly messages: readonly ChatMessage[];
  /** Left out: the model knows only what stands in the prompt. */
  readonly makeReadTools?: MakeReadTools | undefined;
  /** Hears of the turn while it goes on. */
  readonly tell?: Tell | undefined;
}

/** Asks the model once; `round` hears the answer while it comes. */
export type Ask = (request: ModelRequest, round: Round) => Promise<Completion>;

/** What came of a conversation with the model: staged on a copy, committed nowhere. */
export interface Concluded {
  /** The model's own words. */
  readonly said: string;
  readonly stage: Stage;
  /** What could not be done although the model was told once. Where there is any, nothing may be committed. */
  readonly problems: readonly string[];
}

/** Talks to the model on one rung until it has nothing more to do. Problems go back to it once. */
export async function converse(conversation: Conversation, rung: Rung, ask: Ask): Promise<Concluded> {
  const { base } = conversation;
  const draft = createDraft(base, detailsShown(base.board));
  const reads = createReads(conversation.makeReadTools?.(draft.names));
  const teller = createTeller(conversation.tell ?? (() => {}));
  const messages = buildPrompt(base, draft.names, { rung, messages: conversation.messages });
  const tools = [...(mayChange(base) ? TOOLS : []), ...(conversation.makeReadTools ? READ_TOOLS : [])];
  // Who may only look is asked in plain words where there are no tools.
  const form = mayChange(base) || !usesJson(rung) ? rung : 'json';
  let problems: readonly Problem[] = [];
  let wasCorrected = false;
  let wasUnreadable = false;
  let hasActed = false;
  let wasIdle = false;

  for (;;) {
    const round = createRound({ base, draft, reads, teller, usesJson: usesJson(rung) && mayChange(base) });
    const completion = await ask(requestFor(form, { messages, tools }), round);
    const { said, results, isUnreadable, isEmpty } = await round.settle(completion);
    const isCalls = completion.calls.length > 0;
    const found = results.filter((result) => result.kind === 'problem');
    const conclude = (open: readonly Problem[]): Concluded => {
      return { said, stage: draft.stage(), problems: open.map((problem) => problem.text) };
    };

    if (found.length > 0) {
      if (isUnreadable && wasUnreadable)
        throw new ModelFailure('unreadable', `The model’s answers could not be understood. ${NOTHING_CHANGED}`);
      if (wasCorrected) return conclude(found);
      wasCorrected = true;
      wasUnreadable = isUnreadable;
      problems = found;
      messages.push(assistantMessage(completion));
      if (isCalls) {
        messages.push(...answerCalls(completion.calls, results));
        draft.keep();
      } else {
        messages.push(correction(found));
        // The whole answer is asked for again, so what it brought does not count.
        draft.refuse();
        teller.again(draft.stage());
      }
      continue;
    }
    draft.keep();
    const isDoing = results.some(({ kind }) => kind === 'staged' || kind === 'idle');
    if (isDoing) problems = [];
    hasActed ||= isDoing;
    const hasRead = results.some(({ kind }) => kind === 'read');
    if (!isCalls && !hasRead) {
      // After calls that had nothing to do, silence is an answer.
      if (isEmpty && !hasActed && problems.length === 0)
        throw modelFailed('The model gave an empty answer. Try again.');
      return conclude(problems);
    }
    // A model that only repeats itself has finished, but for one that looks the same up again and again.
    if (results.every(isRepeated)) {
      if (!hasRead || draft.stage().operations().length > 0) return conclude(problems);
      if (wasIdle) throw modelFailed('The model went round in circles. Ask in other words.');
      wasIdle = true;
    }
    messages.push(assistantMessage(completion));
    messages.push(...(isCalls ? answerCalls(completion.calls, results) : [findings(results)]));
  }
}

function isRepeated(result: Result): boolean {
  return result.kind === 'repeated' || (result.kind === 'read' && result.isRepeated);
}

interface Said {
  readonly messages: ChatCompletionMessageParam[];
  readonly tools: ChatCompletionFunctionTool[];
}

function requestFor(rung: Rung, { messages, tools }: Said): ModelRequest {
  // An empty list is refused by many.
  const offered = tools.length > 0 ? { tools } : {};
  switch (rung) {
    case 'tools':
      return { messages, ...offered };
    case 'tools-no-reasoning':
      return { messages, ...offered, reasoning_effort: 'none' };
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
