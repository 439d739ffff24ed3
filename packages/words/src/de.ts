import appearance from './de/appearance.json' with { type: 'json' };
import assistant from './de/assistant.json' with { type: 'json' };
import board from './de/board.json' with { type: 'json' };
import card from './de/card.json' with { type: 'json' };
import common from './de/common.json' with { type: 'json' };
import domain from './de/domain.json' with { type: 'json' };
import drag from './de/drag.json' with { type: 'json' };
import firstSteps from './de/first-steps.json' with { type: 'json' };
import home from './de/home.json' with { type: 'json' };
import keys from './de/keys.json' with { type: 'json' };
import palette from './de/palette.json' with { type: 'json' };
import past from './de/past.json' with { type: 'json' };
import people from './de/people.json' with { type: 'json' };
import phone from './de/phone.json' with { type: 'json' };
import selection from './de/selection.json' with { type: 'json' };
import server from './de/server.json' with { type: 'json' };
import type { Catalogue } from './language.js';

/** German, by what it is about: the files in `de/`. Each word stands in one of them. */
export const PARTS: Readonly<Record<string, Catalogue>> = {
  appearance,
  assistant,
  board,
  card,
  common,
  domain,
  drag,
  firstSteps,
  home,
  keys,
  palette,
  past,
  people,
  phone,
  selection,
  server,
};

export const german: Catalogue = Object.assign({}, ...Object.values(PARTS));
