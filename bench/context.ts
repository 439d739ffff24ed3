// How much of a board a model is shown, by the tokens that it can hold; with --tokenizer also how far off the estimate of tokens is.
import { parseArgs } from 'node:util';
import { estimateTokens } from '@talkan/api/chat/tokens';
import { contextTable, promptFor } from './context/context-table.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const { values } = parseArgs({ options: { tokenizer: { type: 'string' } } });

say(contextTable());
if (values.tokenizer !== undefined) {
  const { default: tokenizer } = (await import(values.tokenizer)) as {
    readonly default: { encode(text: string): ArrayLike<number> };
  };
  const prompt = promptFor(200, 32_768);
  for (const [name, text] of [
    ['prompt', JSON.stringify(prompt.write([]))],
    ['definitions', JSON.stringify(prompt.tools)],
  ] as const) {
    const [estimated, counted] = [estimateTokens(text), tokenizer.encode(text).length];
    say(
      `${name}: ${estimated} tokens estimated, ${counted} counted, ${(estimated / counted).toFixed(2)} times as many`,
    );
  }
}
