import { cardId, columnId, layOut, type Script } from '../script.ts';

/**
 * One person’s board, with titles that look like commands, on a Sunday evening. Someday: ME-1 to ME-6; This week: ME-7 to ME-12;
 * Today: ME-13 to ME-15; Done, which is not marked as done: ME-16, ME-17; archived: ME-18.
 */
export const home: Script = {
  key: 'ME',
  title: 'Home',
  me: 'kim',
  role: 'owner',
  people: [{ id: 'kim', name: 'Kim Doyle' }],
  timeZone: 'America/Los_Angeles',
  dateOrder: 'mdy',
  // There it is still Sunday, 7 June, 8 in the evening.
  now: '2026-06-08T03:00:00.000Z',
  changes: [
    {
      at: '2026-05-30T18:00:00.000Z',
      by: 'kim',
      does: layOut({
        columns: [{ title: 'Someday' }, { title: 'This week' }, { title: 'Today' }, { title: 'Done' }],
        labels: ['errand', 'phone', 'garden'],
        cards: [
          { in: 'Someday', title: 'Move house' }, // 1
          { in: 'Someday', title: 'Delete old emails' }, // 2
          { in: 'Someday', title: 'Archive tax papers', priority: 'low' }, // 3
          { in: 'Someday', title: 'Read “Dune”' }, // 4
          { in: 'Someday', title: 'Add shelves to the garage' }, // 5
          { in: 'Someday', title: 'Learn to bake sourdough' }, // 6
          { in: 'This week', title: 'Call the dentist', labels: ['phone'], due: '2026-06-09' }, // 7
          { in: 'This week', title: 'Call mum', labels: ['phone'] }, // 8
          { in: 'This week', title: 'Book flights to Lisbon', priority: 'high', due: '2026-06-10' }, // 9
          { in: 'This week', title: 'Fix the bike', labels: ['errand'] }, // 10
          { in: 'This week', title: 'Renew passport', priority: 'urgent', due: '2026-06-05' }, // 11
          { in: 'This week', title: 'Water the plants', labels: ['garden'] }, // 12
          {
            in: 'Today',
            title: 'Groceries',
            labels: ['errand'],
            due: '2026-06-07',
            list: {
              title: 'Shopping',
              items: [
                ['Milk', false],
                ['Eggs', true],
                ['Coffee', false],
              ],
            },
          }, // 13
          { in: 'Today', title: 'Pay rent', due: '2026-06-07' }, // 14
          { in: 'Today', title: 'Clean the kitchen' }, // 15
          { in: 'Done', title: 'Undo the mess in the attic' }, // 16
          { in: 'Done', title: 'Return library books' }, // 17
          { in: 'Someday', title: 'Sell the old sofa' }, // 18
        ],
      }),
    },
    { at: '2026-06-01T18:00:00.000Z', by: 'kim', does: [{ type: 'card.archive', cardId: cardId(18) }] },
    {
      at: '2026-06-07T20:00:00.000Z',
      by: 'kim',
      does: [{ type: 'card.move', cardId: cardId(17), columnId: columnId('Done') }],
    },
  ],
};
