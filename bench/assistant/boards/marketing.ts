import { cardId, columnId, layOut, type Script } from '../script.ts';

/**
 * A marketing team in New York, with odd names, on a Wednesday. To do: MK-1 to MK-5; Doing: MK-6 to MK-8; QA, which takes three cards and no
 * more: MK-9, MK-10; Won't do: MK-11; 🚀 Launched, where things are done: MK-12, MK-13.
 */
export const marketing: Script = {
  key: 'MK',
  title: 'Summer marketing',
  me: 'lena',
  role: 'editor',
  people: [
    { id: 'lena', name: 'Lena Fischer' },
    { id: 'zoe', name: 'Zoë Martin' },
    { id: 'ben-s', name: 'Ben Shaw' },
    { id: 'ben-o', name: 'Ben Ortiz' },
    { id: 'dj', name: 'D’Angelo James' },
  ],
  timeZone: 'America/New_York',
  dateOrder: 'mdy',
  now: '2026-06-03T15:00:00.000Z',
  changes: [
    {
      at: '2026-05-25T15:00:00.000Z',
      by: 'lena',
      does: [
        ...layOut({
          columns: [
            { title: 'To do' },
            { title: 'Doing' },
            { title: 'QA', limit: 3 },
            { title: 'Won’t do' },
            { title: '🚀 Launched', done: true },
          ],
          labels: ['social', 'email', 'press', 'Needs sign-off'],
          cards: [
            { in: 'To do', title: 'Spring campaign', labels: ['social'], who: ['zoe'] }, // 1
            { in: 'To do', title: 'Spring newsletter', labels: ['email'], due: '2026-06-15' }, // 2
            { in: 'To do', title: 'Blog: 10 tips for remote teams', who: ['ben-s'] }, // 3
            { in: 'To do', title: 'Update homepage hero', labels: ['Needs sign-off'], priority: 'high' }, // 4
            { in: 'To do', title: 'Café pop-up', labels: ['press'], due: '2026-06-20', who: ['ben-o'] }, // 5
            { in: 'Doing', title: 'Interview with Zoë', labels: ['press'], who: ['lena'] }, // 6
            { in: 'Doing', title: 'Podcast #12', labels: ['social'], who: ['dj'], due: '2026-06-02' }, // 7
            { in: 'Doing', title: 'Swag & stickers', who: ['lena'] }, // 8
            { in: 'QA', title: 'SEO audit (Q2)', who: ['ben-s'], priority: 'medium' }, // 9
            { in: 'QA', title: 'Colour palette', labels: ['Needs sign-off'] }, // 10
            { in: 'Won’t do', title: 'Billboard in Times Square' }, // 11
            { in: '🚀 Launched', title: 'Q1 report', labels: ['email'] }, // 12
            { in: '🚀 Launched', title: 'New logo', who: ['zoe'] }, // 13
          ],
        }),
        { type: 'board.edit', limits: 'refuse' },
      ],
    },
    {
      at: '2026-06-03T14:00:00.000Z',
      by: 'zoe',
      does: [{ type: 'card.move', cardId: cardId(13), columnId: columnId('🚀 Launched') }],
    },
  ],
};
