import { mayEndClaim } from './claims.js';

/** Lets a text through as it comes, word by word. Of a sentence that claims that something was done the rest is held back. */
export interface Speech {
  /** Gives what may be told by now, to be put behind what was told. */
  push(piece: string): string;
  /** Gives what is left when the text has ended, without space at its end. */
  end(): string;
}

const TOKENS = /[\p{Script=Latin}'’]+|\s+|[^\p{Script=Latin}'’\s]/gu;
/** What may still grow: a word, space, a letter of which half has come. */
const UNFINISHED = /(?:[\p{Script=Latin}'’]+|\s+|[\uD800-\uDBFF])$/u;
const HELD = '…';
/** What has no end so far off is no sentence. */
const MAX_SENTENCE = 1000;

/** So much of a sentence holds all words of a claim. */
const CLAIM_LENGTH = 120;

/** @param isClaim asked with every word of a sentence */
export function createSpeech(isClaim: (sentence: string) => boolean): Speech {
  let rest = '';
  let sentence = '';
  let isHeld = false;
  let isBegun = false;
  /** Told only with what stands behind it. */
  let space = '';
  let told = '';
  let isFirst = true;

  function tell(letters: string): void {
    told += isFirst ? letters : space + letters;
    isFirst = false;
    space = '';
  }

  function take(token: string): void {
    const isSpace = token.trim() === '';
    sentence += token;
    if (isSpace) space = token;
    else if (!isHeld) {
      isHeld = mayEndClaim(token) && isClaim(lastOf(sentence));
      if (!isHeld) tell(token);
      else if (isBegun) tell(HELD);
      isBegun = true;
    }
    if (!/[.!?\n]/.test(token) && (sentence.length < MAX_SENTENCE || !isSpace)) return;
    sentence = '';
    isHeld = false;
    isBegun = false;
  }

  function flush(text: string): string {
    for (const [token] of text.matchAll(TOKENS)) take(token);
    const now = told;
    told = '';
    return now;
  }

  return {
    push(piece) {
      rest += piece;
      const end = rest.length > MAX_SENTENCE ? rest.length : (UNFINISHED.exec(rest)?.index ?? rest.length);
      const whole = rest.slice(0, end);
      rest = rest.slice(end);
      return flush(whole);
    },
    end() {
      const last = rest;
      rest = '';
      return flush(last);
    },
  };
}

/** The end of a sentence; what is cut off does not make it begin there. */
function lastOf(sentence: string): string {
  return sentence.length > CLAIM_LENGTH ? `x${sentence.slice(-CLAIM_LENGTH)}` : sentence;
}
