import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { contextTable } from './context-table.ts';

/** Without what the formatter does to a table. */
const plain = (text: string) => text.replaceAll(/ *\| */gu, '|').replaceAll(/-{3,}/gu, '---');

it('the documentation says how much of a board a model is shown', () => {
  const guide = readFileSync(new URL('../../docs/assistant.md', import.meta.url), 'utf8');
  expect(plain(guide), 'node bench/context.ts --write makes it so').toContain(plain(contextTable()));
});
