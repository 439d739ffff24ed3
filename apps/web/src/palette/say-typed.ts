import type { Understanding } from '@talkan/board/command/command';
import { plural, t } from '@talkan/words/words';
import { sayChange } from '../command/do-change';

/** What a screen reader says of a command that is typed: the option stays the same one while its words change. */
export function sayTyped(understood: Understanding): string {
  switch (understood.kind) {
    case 'change':
      return t`${sayChange(understood)} Enter does it.`;
    case 'undo':
    case 'redo':
    case 'filter':
      return t`${understood.sentence} Enter does it.`;
    case 'answer':
      return understood.text;
    case 'ask': {
      const { length } = understood.asked.choices;
      return `${understood.question} ${plural(length, { one: '# choice.', other: '# choices.' })}`;
    }
    case 'refused':
      return '';
  }
}
