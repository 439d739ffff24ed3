import { t } from '@talkan/words/words';
import type { ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { Completion } from './endpoint/completion.js';
import { createDraft } from './staging/draft.js';
import { ModelFailure, modelFailed, NOTHING_CHANGED } from './endpoint/failure.js';
import type { Rung } from './endpoint/ladder.js';
import { answerCalls, assistantMessage, correction, findings } from './prompt/messages.js';
import type { Problem } from './staging/outcome.js';
import { createPrompt, type ChatMessage, type Prompt } from './prompt/prompt.js';
import { createReads, type MakeReadTools } from './lookups/reads.js';
import type { ModelRequest } from './endpoint/request.js';
import { createRound, type Result, type Round } from './replies/round.js';
import type { Stage, StageBase } from './staging/stage.js';
import { createTeller, type Tell } from './telling/teller.js';
import { REPLY_SCHEMA } from './prompt/tools.js';

export interface Conversation {
  readonly base: StageBase;
  readonly messages: readonly ChatMessage[];
  /** A text that the person has put beside the last message. */
  readonly pasted?: string | null | undefined;
  /** The tokens that the model can hold; left out: as few as a small one does. */
  readonly contextTokens?: number | undefined;
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
  /** Whether it has looked something up. */
  readonly hasRead: boolean;
  /** What could not be done although the model was told once. Where there is any, nothing may be committed. */
  readonly problems: readonly string[];
}

/** Talks to the model on one rung until it has nothing more to do. Problems go back to it once. */
export async function converse(conversation: Conversation, rung: Rung, ask: Ask): Promise<Concluded> {
  const { base, pasted = null, makeReadTools, ...rest } = conversation;
  const prompt = createPrompt(base, { ...rest, rung, pasted, canLookUp: makeReadTools !== undefined });
  const draft = createDraft(base, prompt.sight);
  const reads = createReads(makeReadTools?.(draft.names));
  const teller = createTeller(conversation.tell ?? (() => {}));
  /** What was said in this turn so far. */
  const steps: ChatCompletionMessageParam[] = [];
  let problems: readonly Problem[] = [];
  let wasCorrected = false;
  let wasUnreadable = false;
  let hasActed = false;
  let wasIdle = false;
  let hasLooked = false;

  for (;;) {
    const round = createRound({ base, draft, reads, teller, usesJson: prompt.manner === 'json' });
    const completion = await ask(requestFor(rung, prompt, steps), round);
    const { said, results, isUnreadable, isEmpty } = await round.settle(completion);
    const isCalls = completion.calls.length > 0;
    hasLooked ||= results.some(({ kind }) => kind === 'read');
    const found = results.filter((result) => result.kind === 'problem');
    const conclude = (open: readonly Problem[]): Concluded => {
      return { said, stage: draft.stage(), hasRead: hasLooked, problems: open.map((problem) => problem.text) };
    };

    if (found.length > 0) {
      if (isUnreadable && wasUnreadable)
        throw new ModelFailure('unreadable', `${t`The model’s answers could not be understood.`} ${NOTHING_CHANGED()}`);
      if (wasCorrected) return conclude(found);
      wasCorrected = true;
      wasUnreadable = isUnreadable;
      problems = found;
      steps.push(assistantMessage(completion));
      if (isCalls) {
        steps.push(...answerCalls(completion.calls, results));
        draft.keep();
      } else {
        steps.push(correction(found));
        // The whole answer is asked for again, so what it brought does not count.
        draft.refuse();
        teller.again(draft.stage());
      }
      continue;
    }
    draft.keep();
    for (const result of results) if (result.kind === 'read' && result.shows !== null) draft.see(result.shows);
    const isDoing = results.some(({ kind }) => kind === 'staged' || kind === 'idle');
    if (isDoing) problems = [];
    hasActed ||= isDoing;
    const hasRead = results.some(({ kind }) => kind === 'read');
    if (!isCalls && !hasRead) {
      // After calls that had nothing to do, silence is an answer.
      if (isEmpty && !hasActed && problems.length === 0)
        throw modelFailed(t`The model gave an empty answer. Try again.`);
      return conclude(problems);
    }
    // A model that only repeats itself has finished, but for one that looks the same up again and again.
    if (results.every(isRepeated)) {
      if (!hasRead || draft.stage().operations().length > 0) return conclude(problems);
      if (wasIdle) throw modelFailed(t`The model went round in circles. Ask in other words.`);
      wasIdle = true;
    }
    steps.push(assistantMessage(completion));
    steps.push(...(isCalls ? answerCalls(completion.calls, results) : [findings(results)]));
  }
}

function isRepeated(result: Result): boolean {
  return result.kind === 'repeated' || (result.kind === 'read' && result.isRepeated);
}

function requestFor(rung: Rung, prompt: Prompt, steps: readonly ChatCompletionMessageParam[]): ModelRequest {
  const messages = prompt.write(steps);
  // An empty list is refused by many.
  const offered = prompt.tools.length > 0 ? { tools: prompt.tools } : {};
  if (prompt.manner === 'words') return { messages };
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
