import { intent, type Intent } from './intent.js';

export const BOARD_INTENTS: readonly Intent[] = [
  intent({
    name: 'rename the board',
    say: [
      '(rename|retitle) (the|this|my) board (to|as|->|into) {title:text}',
      '(change|set|edit) (the|this) board (name|title) (to|as) {title:text}',
      "(change|set|edit) (the|this) board 's (name|title) (to|as) {title:text}",
      '(change|set|edit) the? (name|title) of (the|this) board (to|as) {title:text}',
      'call (the|this) board {title:text}',
    ],
    slots: { title: 'text' },
    act: ({ title }) => (title === undefined ? [] : [{ type: 'board.rename', title }]),
  }),
  intent({
    name: 'undo',
    say: [
      'undo (that|it|this|the last change|my last change|last change|)',
      '(revert|take back) (that|it|this)',
      'take (that|it|this) back',
      'undo what i (just|) did',
      'revert',
    ],
    slots: {},
    act: () => ({ kind: 'undo', sentence: 'Undo your last change.' }),
  }),
  intent({
    name: 'redo',
    say: ['redo (that|it|this|)'],
    slots: {},
    act: () => ({ kind: 'redo', sentence: 'Do again what you undid last.' }),
  }),
];
