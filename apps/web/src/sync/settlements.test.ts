import { isRefusal, refuse } from '@talkan/board/refusal';
import { describe, expect, it } from 'vitest';
import { createSettlements } from './settlements';

const made = (seq: number) => ({ seq });

describe('how a change ended', () => {
  it('is told to who asks while it is on its way, and to who asks afterwards', async () => {
    const settlements = createSettlements();
    settlements.open('one');
    const early = settlements.wait('one');
    settlements.settle('one', made(7));
    await expect(early).resolves.toEqual(made(7));
    await expect(settlements.wait('one')).resolves.toEqual(made(7));
    await expect(settlements.refusalOf('one')).resolves.toBeNull();
  });

  it('is told where it was refused before anybody could ask', async () => {
    const settlements = createSettlements();
    const refusal = refuse('limit', 'Too many.');
    settlements.open('one');
    settlements.settle('one', refusal);
    await expect(settlements.refusalOf('one')).resolves.toEqual(refusal);
  });

  it('is not kept for ever, but whoever waits is told', async () => {
    const settlements = createSettlements();
    const ids = Array.from({ length: 1000 }, (_, at) => `change-${at}`);
    for (const id of ids) settlements.open(id);
    const waiting = ids.map((id) => settlements.wait(id));
    for (const [at, id] of ids.entries()) settlements.settle(id, made(at));
    await expect(Promise.all(waiting)).resolves.toEqual(ids.map((_, at) => made(at)));
    await expect(settlements.wait('change-999')).resolves.toEqual(made(999));
    expect(isRefusal(await settlements.wait('change-0'))).toBe(true);
  });
});
