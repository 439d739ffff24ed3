import { mayClaim, maySayChanged, pretends } from './claims.js';
import { createSpeech } from './speech.js';
import type { Stage } from '../staging/stage.js';
import type { Progress } from '../turn-event.js';

/** Hears of a turn while it goes on. */
export type Tell = (progress: Progress) => void;

/** Tells a turn while it goes on, and takes back what turns out otherwise. */
export interface Teller {
  /** An answer of the model begins. */
  begin(): void;
  /** Words of the answer, put behind what came of it. */
  say(piece: string): void;
  /** Whether what was said can be the beginning of this. */
  fits(said: string): boolean;
  /** The answer is whole: tells what of its words was not told. */
  finish(said: string): void;
  /** The last operation on the stage is new. */
  pend(stage: Stage): void;
  look(sentence: string): void;
  /** What was told does not count, but for what is on the stage. */
  again(stage: Stage): void;
}

export function createTeller(tell: Tell): Teller {
  let pending = 0;
  let hasRead = false;
  let hasText = false;
  /** Whether something of the present answer was told. */
  let isTold = false;
  let gap = '';
  let said = '';
  let speech = createSpeech(isClaim);

  function isClaim(sentence: string): boolean {
    if (pending > 0) return mayClaim(sentence);
    // Whoever tells what was found in the history speaks of changes, too.
    return hasRead ? pretends(sentence) : maySayChanged(sentence);
  }

  function startText(): void {
    said = '';
    speech = createSpeech(isClaim);
    gap = hasText ? '\n\n' : '';
  }

  function say(piece: string): void {
    said = said === '' ? piece.trimStart() : said + piece;
    tellText(speech.push(piece));
  }

  function tellText(text: string): void {
    if (text === '') return;
    tell({ kind: 'text', text: gap + text });
    gap = '';
    hasText = true;
    isTold = true;
  }

  function tellPending(stage: Stage): void {
    const items = stage.items({ tense: 'proposed' });
    stage.operations().forEach((operation, position) => {
      const item = items[position];
      if (!item || position < pending) return;
      pending = position + 1;
      tell({ kind: 'pending', operation, item });
    });
  }

  return {
    begin() {
      isTold = false;
      startText();
    },
    say,
    fits: (whole) => whole.startsWith(said.trimEnd()),
    finish(whole) {
      say(whole.slice(said.length));
      tellText(speech.end());
    },
    pend(stage) {
      isTold = true;
      tellPending(stage);
    },
    look(sentence) {
      hasRead = true;
      if (sentence !== '') tell({ kind: 'reading', sentence });
    },
    again(stage) {
      if (isTold) {
        tell({ kind: 'again' });
        hasText = false;
        pending = 0;
        isTold = false;
        tellPending(stage);
      }
      startText();
    },
  };
}
