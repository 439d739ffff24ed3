import { expect, test } from 'vitest';
import { contextOf } from '../testing/context.js';
import { told } from '../testing/said.js';
import { understand } from '../understand.js';

const context = contextOf({ Kitchen: ['Tiles'], Fertig: [] });

test.each(['help', 'what can you do?', 'How does this work?', 'what can I say', 'show me some examples', 'hi'])(
  '“%s” is answered by examples that work on this board',
  (text) => {
    const [head = '', ...examples] = told(text, context).split('\n- ');
    expect(head).toMatch(/^Say what is to be done/u);
    expect(examples.join(' ')).toMatch(/Kitchen.*Fertig.*Ben Stone/u);
    expect(examples.map((example) => [example, understand(example, context).kind])).not.toContainEqual([
      expect.anything(),
      'refused',
    ]);
    expect(examples.length).toBeGreaterThanOrEqual(3);
  },
);

test.each([{ role: 'viewer' as const }, { role: 'commenter' as const }])(
  'offers nothing but questions to a $role',
  ({ role }) => {
    const examples = told('help', { ...context, role })
      .split('\n- ')
      .slice(1);
    expect(new Set(examples.map((example) => understand(example, { ...context, role }).kind))).toEqual(
      new Set(['answer']),
    );
  },
);

test('works on a board without columns, too', () => {
  expect(told('help', contextOf({}))).toMatch(/- add column Backlog/u);
});
