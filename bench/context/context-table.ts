import { createPrompt, type Prompt } from '@talkan/api/chat/prompt/prompt';
import { costOf } from '@talkan/api/chat/prompt/steps-within';
import { estimateTokens } from '@talkan/api/chat/prompt/tokens';
import { tableOf } from '../report/table.ts';
import { sampleBase } from './sample-board.ts';

const CARDS = [10, 200, 1_000, 5_000];
const WINDOWS = [4_096, 8_192, 32_768, 131_072];
const QUESTION = 'What is overdue, and who is to do it?';

const count = (value: number) => value.toLocaleString('en');

/** How much of boards a model is shown, as a table of Markdown. */
export function contextTable(): string {
  const rows = CARDS.flatMap((cards) =>
    WINDOWS.map((window) => {
      const prompt = promptFor(cards, window);
      const { shown } = prompt.sight;
      const details = shown === 0 ? 'by `get_card`' : `up to ${count(shown)} characters`;
      const used = costOf(prompt.write([])) + estimateTokens(JSON.stringify(prompt.tools));
      return [count(cards), count(window), count(used), count(prompt.cards), details];
    }),
  );
  return tableOf(
    ['cards on the board', 'tokens the model holds', 'of them used', 'cards with a line', 'details'],
    rows,
  );
}

/** The first request about a board of so many cards. */
export function promptFor(cards: number, contextTokens: number): Prompt {
  const base = sampleBase(cards);
  const messages = [{ role: 'user', content: QUESTION }] as const;
  const asking = { rung: 'tools', messages, pasted: null, contextTokens, canLookUp: true } as const;
  return createPrompt(base, asking);
}
