import { intent, type Intent } from '../intent.js';
import { examplesFor } from '../suggest.js';
import { answer } from './say.js';

const COMMANDS = '(commands|examples|things)';

export const HELP_INTENTS: readonly Intent[] = [
  intent({
    name: 'what can be said',
    say: [
      '(help|help me|commands|examples|hello|hi|hey)',
      `(show|give) me? (help|some? ${COMMANDS}|the? ${COMMANDS})`,
      'what can (you|i) (do|say|type|ask|understand|tell you|ask you) (here|for me|)',
      `(what|which) ${COMMANDS} (are there|do you know|do you understand|can i (use|say|type))`,
      'what do you (do|understand|know)',
      'how (does (this|it) work|do you work|do i use (this|it|you)|can you help)',
    ],
    slots: {},
    act: (_, { context }) => {
      const examples = examplesFor(context).map((text) => `\n- ${text}`);
      return answer(`Say what is to be done, or ask about the board. For example:${examples.join('')}`);
    },
  }),
  intent({
    name: 'thanks',
    say: ['(thanks|thank you|thx)'],
    slots: {},
    act: () => answer('You are welcome.'),
  }),
];
