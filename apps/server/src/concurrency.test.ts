import { beforeAll, describe, expect, it } from 'vitest';
import { checkEvidence, type Evidence } from '../../../e2e/drill/check.js';
import { drill, type DrillOptions } from '../../../e2e/drill/drill.js';
import { build } from './testing-process.js';

// The drill in short: some seconds where a machine is idle, and bounded by what is done, not by time, where it is not.
const SHORT: DrillOptions = {
  seed: 3,
  clients: 12,
  watchers: 3,
  processes: 1,
  restarts: 1,
  seconds: 60,
  actions: 240,
  pause: 300,
};

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);

describe('twelve clients at once, with all that can go wrong between them and the server', { timeout: 180_000 }, () => {
  let evidence: Evidence;
  it('end with the same board, and lose nothing', async () => {
    const { summary, ...drilled } = await drill(SHORT);
    ({ evidence } = drilled);
    expect(summary.faults).toEqual([]);
    expect(summary.figures['Changes committed']).toBeGreaterThan(50);
    expect(summary.figures['… by so many kinds of operations']).toBeGreaterThan(15);
    expect(summary.figures['Server restarts']).toBe(1);
  });

  it.each<[string, (evidence: Evidence) => Evidence]>([
    ['a card that is lost', withRecords(({ cards }) => ({ cards: cards.slice(1) }))],
    ['a card that is there twice', withRecords(({ cards }) => ({ cards: [...cards, ...cards.slice(0, 1)] }))],
    ['another field', withRecords(({ cards }) => ({ cards: cards.map((card) => ({ ...card, estimate: 99 })) }))],
    ['a comment that nobody wrote', withRecords(({ comments }) => ({ comments: [...comments, COMMENT] }))],
    ['a label that nobody made', withRecords(({ labels }) => ({ labels: [...labels, LABEL] }))],
    ['a text that cannot be found', withRecords(({ searchTexts }) => ({ searchTexts: searchTexts.slice(1) }))],
    ['a change that is lost', withLog((log) => [...log.slice(0, 20), ...log.slice(21)])],
    ['a change that is there twice', withLog((log) => [...log, ...log.slice(-1)])],
    [
      'a text that was overwritten',
      withLog((log) =>
        log.map((change) => ({
          ...change,
          operations: change.operations.map((operation) =>
            operation.type === 'card.edit' && typeof operation.title === 'object'
              ? { ...operation, title: { ...operation.title, was: '0123456789abcdef' } }
              : operation,
          ),
        })),
      ),
    ],
    [
      'a screen that shows another board',
      ({ boards, ...rest }) => ({
        ...rest,
        boards: boards.map(([name, board], index) => [name, index === 5 ? { ...board, title: 'Another' } : board]),
      }),
    ],
    [
      'a change that was acknowledged and is not there',
      ({ ledger, ...rest }) => ({
        ...rest,
        ledger: {
          ...ledger,
          sent: new Map([
            ...ledger.sent,
            ['lost', { changeId: 'lost', actorId: 'ann', body: { commit: [] }, attempts: 1, seq: 7, refusal: null }],
          ]),
        },
      }),
    ],
  ])('and the drill would notice %s', (_what, spoil) => {
    expect(checkEvidence(evidence)).toEqual([]);
    expect(checkEvidence(spoil(evidence))).not.toEqual([]);
  });
});

describe('eight clients of two server processes on one file', { timeout: 180_000 }, () => {
  it('end with the same board, and lose nothing', async () => {
    const { summary } = await drill({
      ...SHORT,
      seed: 4,
      clients: 8,
      watchers: 2,
      processes: 2,
      restarts: 2,
      actions: 120,
    });
    expect(summary.faults).toEqual([]);
    expect(summary.figures['Changes committed']).toBeGreaterThan(0);
  });
});

type Records = Evidence['records'];

const LABEL = { id: 'made-up', name: 'Made up', hue: 0, archivedAt: null, mergedInto: null };
const COMMENT = {
  id: 'made-up',
  cardId: 'card-1',
  authorId: 'nobody',
  text: 'Made up',
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  archivedAt: null,
};

function withRecords(spoil: (records: Records) => Partial<Records>): (evidence: Evidence) => Evidence {
  return ({ records, ...rest }) => ({ ...rest, records: { ...records, ...spoil(records) } });
}

function withLog(spoil: (log: Records['log']) => Records['log']): (evidence: Evidence) => Evidence {
  return withRecords(({ log }) => ({ log: spoil(log) }));
}
