import { expect, it } from 'vitest';
import { sumOf } from './heap.ts';
import { readOptions } from './options.ts';
import { judgeRow, webTable } from './rows.ts';
import { framesIn } from './trace.ts';

const frame = (at: number, state: string, more = {}) => {
  const event = { name: 'PipelineReporter', pid: 1, id2: { local: `0x${at}` } };
  return [
    { ...event, ph: 'b', ts: at * 1000, args: { frame_reporter: { state, ...more } } },
    { ...event, ph: 'e', ts: (at + 1) * 1000, args: {} },
  ];
};

it('counts from one frame that came to the screen to the next, and those that should have come', () => {
  const events = [
    ...frame(0, 'STATE_PRESENTED_ALL'),
    ...frame(16, 'STATE_PRESENTED_ALL'),
    ...frame(32, 'STATE_DROPPED', { affects_smoothness: true }),
    ...frame(40, 'STATE_NO_UPDATE_DESIRED'),
    ...frame(48, 'STATE_PRESENTED_ALL'),
    { name: 'BeginFrame', ph: 'I', ts: 3, pid: 1 },
  ];
  expect(framesIn(events)).toEqual({ between: [16, 32], dropped: 1 });
});

it('judges a row by its goal, and leaves open what was not measured', () => {
  const row = { what: 'Frame', talkan: 16, reference: 8, unit: 'ms', atMost: 17 } as const;
  expect(judgeRow(row)).toMatchObject({ ratio: 2, reached: true });
  expect(judgeRow({ ...row, talkan: 18 }).reached).toBe(false);
  expect(judgeRow({ ...row, talkan: Number.NaN }).reached).toBeNull();
  expect(webTable([{ ...row, reference: null, atMost: null }])).toContain('| Frame | – | 16.0 ms | – | – | – |');
});

it('reads its options, and says what it does not know', () => {
  expect(readOptions(['--only', 'drag,keys', '--slower', '4'])).toMatchObject({ only: ['drag', 'keys'], slower: 4 });
  expect(() => readOptions(['--only', 'dragon'])).toThrow('There is no “dragon”');
  expect(readOptions(['--help'])).toBeNull();
});

it('tells what a page holds from what the engine has compiled, and leaves out what is the browser’s', () => {
  const meta = { node_fields: ['type', 'name', 'self_size'], node_types: [['object', 'code', 'native']] };
  expect(sumOf({ snapshot: { meta }, nodes: [0, 0, 10, 1, 0, 20, 2, 0, 40, 0, 0, 5] })).toEqual({ data: 15, code: 20 });
});
