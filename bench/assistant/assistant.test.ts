import { understand } from '@talkan/board/command/understand';
import { expect, test } from 'vitest';
import { CASES } from './cases/all.ts';
import { play } from './play.ts';
import { failuresOf } from './report.ts';

test('the command language is right wherever it is to be, and does no harm anywhere', () => {
  expect(failuresOf(CASES.map((one) => play(one, understand)))).toEqual([]);
});
