import { beforeAll, describe, expect, it } from 'vitest';
import { sendBadInput } from '../../../e2e/drill/bad-input/bad-input.js';
import { faultIn } from '../../../e2e/drill/bad-input/judge.js';
import { build } from './testing-process.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);

// The drill of `npm run drill` in short.
describe('hundreds of bad inputs to every procedure and route', { timeout: 120_000 }, () => {
  it('are refused without a word about the inside, change nothing, and leave the server as it was', async () => {
    const { figures, faults } = await sendBadInput({ seed: 7, inputs: 500, huge: 2, slow: 0, weighs: false });
    expect(faults).toEqual([]);
    expect(figures['… answered 4xx']).toBeGreaterThan(400);
  });

  const shot = { door: 'boards.get', parts: [], pauseMs: 0, isOpen: false };
  const head = (status: number) => `HTTP/1.1 ${status} X\r\ncontent-type: application/json\r\n\r\n`;
  it.each([
    [500, '{"error":{"message":"Something went wrong on the server."}}'],
    [207, '[{"error":{"data":{"httpStatus":500}}}]'],
    [503, '{"error":{"message":"Try again in a moment."}}'],
    [400, '{"error":{"message":"no such column: x","stack":"Error\\n    at run (/srv/talkan/dist/open.js:3:1)"}}'],
    [400, '{"error":{"message":"SqliteError: UNIQUE constraint failed: boards.id"}}'],
    [400, '{"error":{"message":"Cannot read properties of undefined"}}'],
    [null, ''],
  ])('and the drill would notice an answer of %s like %s', (status, body) => {
    const answer = { status, text: status === null ? '' : head(status) + body, ms: 1, isLate: false };
    expect(faultIn(shot, answer)).not.toBeNull();
    expect(
      faultIn(shot, { ...answer, status: 404, text: `${head(404)}{"error":{"message":"There is no such board."}}` }),
    ).toBeNull();
  });
});
