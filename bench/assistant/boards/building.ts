import { layOut, type CardSpec, type Script } from '../script.ts';

const WORKS = ['Repair', 'Replace', 'Clean', 'Inspect', 'Paint', 'Test', 'Order', 'Measure', 'Move', 'Label'];
const THINGS = ['door', 'window', 'lamp', 'heater', 'sink', 'desk', 'shelf', 'fan', 'lock', 'alarm'];
const COLUMNS = ['Reported', 'Planned', 'Ordered', 'In work', 'Checked', 'Closed'];
const LABELS = ['carpentry', 'electric', 'plumbing'];
const PEOPLE = [
  { id: 'ivo', name: 'Ivo Horak' },
  { id: 'nora', name: 'Nora Lind' },
  { id: 'tom', name: 'Tom Baker' },
  { id: 'yuki', name: 'Yuki Sato' },
];

/**
 * The thousand cards of a house: FM-1 is “Repair the door in room 100”, FM-2 “Repair the window in room 101” … FM-101 “Replace the door in
 * room 200”. The column follows the number: FM-1 is in Reported, FM-2 in Planned, FM-6 in Closed, FM-7 in Reported again.
 */
export const building: Script = {
  key: 'FM',
  title: 'Building',
  me: 'nora',
  role: 'editor',
  people: PEOPLE,
  timeZone: 'Europe/London',
  dateOrder: 'dmy',
  now: '2026-06-03T09:30:00.000Z',
  changes: [
    {
      at: '2026-05-25T08:00:00.000Z',
      by: 'nora',
      does: layOut({
        columns: COLUMNS.map((title) => ({ title, ...(title === 'Closed' && { done: true as const }) })),
        labels: LABELS,
        cards: Array.from({ length: 1_000 }, (_, index) => cardOf(index)),
      }),
    },
  ],
};

function cardOf(index: number): CardSpec {
  const work = WORKS[Math.floor(index / 100)] ?? '';
  const thing = THINGS[index % THINGS.length] ?? '';
  return {
    in: COLUMNS[index % COLUMNS.length] ?? '',
    title: `${work} the ${thing} in room ${100 + index}`,
    ...(index % 7 === 0 && { labels: [LABELS[index % LABELS.length] ?? ''] }),
    ...(index % 11 === 0 && { who: [PEOPLE[index % PEOPLE.length]?.id ?? ''] }),
    ...(index % 50 === 0 && { priority: 'urgent' as const }),
    ...(index === 400 && { due: '2026-06-02' }),
  };
}
