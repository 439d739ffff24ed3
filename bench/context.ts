// How much of a board a model is shown, by the tokens that it can hold. With --write the guide says so, too; with --tokenizer it is told how far
// off the estimate of tokens is.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { estimateTokens } from '@talkan/api/chat/prompt/tokens';
import { say } from './command-line.ts';
import { contextTable, promptFor } from './context/context-table.ts';

const { values } = parseArgs({ options: { tokenizer: { type: 'string' }, write: { type: 'boolean' } } });

say(contextTable());
if (values.write) {
  const guide = new URL('../docs/assistant.md', import.meta.url);
  const text = readFileSync(guide, 'utf8');
  writeFileSync(guide, text.replace(/\| cards on the board [^\n]*\n(?:\|[^\n]*\n)*/u, `${contextTable()}\n`));
}
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
