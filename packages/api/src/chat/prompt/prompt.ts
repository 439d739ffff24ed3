import { nameDay, wallTimeAt } from '@talkan/board/command/calendar';
import { t } from '@talkan/words/words';
import type { ChatCompletionFunctionTool, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import { describeBoard } from './board-text.js';
import { timeInWords } from './card-line.js';
import { budgetFor, type ContextBudget } from './context-budget.js';
import { dataBlock, quote, quoteWithin } from './data-block.js';
import { modelFailed } from '../endpoint/failure.js';
import { usesJson, type Rung } from '../endpoint/ladder.js';
import { messagesWithin } from './messages-within.js';
import { writeRules, type Manner } from './prompt-rules.js';
import { READ_TOOLS } from '../lookups/read-tools.js';
import { costOf, stepsWithin } from './steps-within.js';
import { createNames } from '../staging/short-ids.js';
import { mayChange, type Sight, type StageBase } from '../staging/stage.js';
import { estimateTokens } from './tokens.js';
import { ONE_TOOL, REPLY_SCHEMA, TOOLS } from './tools.js';

export interface ChatMessage {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** What is asked, and of which model. */
export interface Asking {
  readonly rung: Rung;
  /** The last one is the question. */
  readonly messages: readonly ChatMessage[];
  /** A text that the person has put beside it. */
  readonly pasted: string | null;
  /** That the model can hold at once; left out: as few as a small one does. */
  readonly contextTokens?: number | undefined;
  readonly canLookUp: boolean;
}

/** What a turn says to the model, so that it never is more than the model can hold. */
export interface Prompt {
  readonly manner: Manner;
  /** Empty for an answer in JSON, or in words alone. */
  readonly tools: ChatCompletionFunctionTool[];
  /** How many cards the first request has a line for. */
  readonly cards: number;
  readonly sight: Omit<Sight, 'told'>;
  /**
   * Rules, the board as data, the conversation, and what was said in this turn so far: the more that is, the less is shown of the rest.
   */
  write(steps: readonly ChatCompletionMessageParam[]): ChatCompletionMessageParam[];
}

/** What a board needs to be told at all. */
const LEAST_BOARD = 250;
/** Parts of the room that the board can give away, and of which details that were not shown are told. */
const SHARE = { pasted: 0.6, earlier: 0.35, details: 0.5 } as const;
/** For what is said of what is left out. */
const NOTES = 60;
const ABOUT = 3;

const TOO_LONG = () =>
  t`This is more than the model can hold at once. Ask for less at a time; a long text can be pasted beside a short question.`;
const STEPS_LEFT_OUT = 'The first steps of your answer are left out here; what they changed is ready to be saved.';

/** @throws ModelFailure where the question alone is more than the model can hold */
export function createPrompt(base: StageBase, asking: Asking): Prompt {
  const names = createNames(base, () => base.board);
  const budget = budgetFor(asking.contextTokens);
  const manner = mannerOn(base, asking, budget);
  const tools = toolsFor(manner, base, asking);
  const rules = writeRules({
    manner,
    mayChange: mayChange(base),
    canLookUp: asking.canLookUp,
    hasPasted: asking.pasted !== null,
  });
  const now = sayNow(base);
  const schema = manner === 'json' && asking.rung === 'json_schema' ? REPLY_SCHEMA : {};
  const fixed = estimateTokens(`${rules}${now}${dataBlock([])}${JSON.stringify([tools, schema])}`) + NOTES;
  const question = asking.messages.at(-1)?.content ?? '';
  const free = budget.window - budget.spare - budget.answer - fixed - estimateTokens(question) - LEAST_BOARD;
  if (free < 0) throw modelFailed(TOO_LONG());

  function render(steps: readonly ChatCompletionMessageParam[]) {
    const said = stepsWithin(steps, free);
    let room = free - Math.max(costOf(said), Math.min(budget.steps, free / 3));
    const pasted = asking.pasted === null ? '' : writePasted(asking.pasted, room * SHARE.pasted);
    room = Math.max(0, room - estimateTokens(pasted));
    const { messages, left, cost } = messagesWithin(asking.messages, {
      tokens: room * SHARE.earlier,
      isJson: manner === 'json',
      after: pasted,
    });
    const tokens = LEAST_BOARD + Math.max(0, room - cost);
    const board = describeBoard(base, names, { tokens, about: aboutWhat(asking.messages) });
    const notes = [
      ...(left > 0 ? [`The first ${left} messages of the conversation are left out.`] : []),
      ...(said.length < steps.length ? [STEPS_LEFT_OUT] : []),
    ];
    const content = [rules, dataBlock([board.text]), now, ...notes].join('\n\n');
    return { board, messages: [{ role: 'system', content } as const, ...messages, ...said] };
  }

  const first = render([]);
  const { cards, details } = first.board;
  const sight = { shown: details, most: Math.min(budget.lookups, free * SHARE.details) };
  return { manner, tools, cards, sight, write: (steps) => (steps.length === 0 ? first : render(steps)).messages };
}

function mannerOn(base: StageBase, { rung, canLookUp }: Asking, { isRoomy }: ContextBudget): Manner {
  if (!mayChange(base) && !canLookUp) return 'words';
  if (usesJson(rung)) return 'json';
  // There is little to call for somebody who may only look.
  return isRoomy || !mayChange(base) ? 'functions' : 'one function';
}

function toolsFor(manner: Manner, base: StageBase, { canLookUp }: Asking): ChatCompletionFunctionTool[] {
  switch (manner) {
    case 'functions':
      return [...(mayChange(base) ? TOOLS : []), ...(canLookUp ? READ_TOOLS : [])];
    case 'one function':
      return [ONE_TOOL];
    case 'json':
    case 'words':
      return [];
  }
}

/** When and where the person is: “today” and “this week” are theirs. */
function sayNow({ context, timeZone }: StageBase): string {
  const { day, minutes } = wallTimeAt(Date.parse(context.now), timeZone);
  return `Now it is ${nameDay(day)} (${day}), ${timeInWords(minutes)} in ${timeZone}. A week begins on Monday.`;
}

/** The text in a block of its own, after the question. What does not fit is left out, and that is said. */
function writePasted(pasted: string, room: number): string {
  const whole = pastedBlock(quote(pasted));
  if (estimateTokens(whole) <= room) return whole;
  const note = '(The text is longer; only its beginning fits here. Say so.)';
  const around = estimateTokens(`${pastedBlock('""')} ${note}`);
  return room > around ? `${pastedBlock(quoteWithin(pasted, room - around))}\n${note}` : `\n\n${note}`;
}

function pastedBlock(text: string): string {
  return `\n\n<pasted_text>\n${text}\n</pasted_text>`;
}

/** What is spoken of. */
function aboutWhat(messages: readonly ChatMessage[]): string {
  return messages
    .slice(-ABOUT)
    .map(({ content }) => content)
    .join('\n');
}
