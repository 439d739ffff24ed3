import { createScanner } from './json-scanner.js';
import { taggedCall } from './reply.js';
import { createSpoken } from './spoken.js';

/** Hears what an answer says while it is being written. Nothing of it is certain: `parseReply` of the whole text decides. */
export interface ReplyHearing {
  /** Words for the person, put behind what came. */
  said(piece: string): void;
  /** An entry of `operations` that has become whole, or a call in the text. */
  operation(raw: unknown): void;
  /** What came so far does not count. */
  forget(): void;
}

export interface PartialReply {
  push(piece: string): void;
}

const KEYS = new Set(['message', 'operations']);
/** Models write JSON after words, too. */
const DATA = /\{|```/;

/**
 * Reads a text for an answer in JSON as `parseReply` does, but as it comes.
 * @param isProse whether words outside of any JSON are for the person: where JSON was asked for, they mostly only lead up to it
 */
export function createPartialReply(hearing: ReplyHearing, isProse: boolean): PartialReply {
  /** `data`: what may be JSON or a call, and is told when it turns out to be words. */
  let form: 'none' | 'prose' | 'data' | 'json' | 'calls' = 'none';
  let hasProse = false;
  /** Keys of the object that is being read. */
  let keys = new Set<string>();
  let words = '';

  const scanner = createScanner({
    key(name) {
      if (form === 'calls' || !KEYS.has(name)) return;
      // Models correct themselves: the last object counts.
      if (hasProse || keys.has(name)) forget();
      form = 'json';
      keys.add(name);
    },
    letter(key, letter) {
      if (form === 'json' && key === 'message') words += letter;
    },
    element(key, value) {
      if (form === 'json' && key === 'operations') hearing.operation(value);
    },
  });

  function takeProse(piece: string): void {
    const end = form === 'prose' ? piece.search(DATA) : -1;
    if (end >= 0) form = 'data';
    words += end < 0 ? piece : piece.slice(0, end);
    hasProse = true;
  }

  function forget(): void {
    words = '';
    hasProse = false;
    keys = new Set();
    hearing.forget();
  }

  const spoken = createSpoken({
    text(piece) {
      if (form === 'none' && piece.trim() !== '') form = /^\s*[`{[]/.test(piece) ? 'data' : 'prose';
      if (isProse && (form === 'prose' || form === 'calls')) takeProse(piece);
      scanner.push(piece);
    },
    tagged(body) {
      const call = taggedCall(body);
      if (call === null) return;
      if (form === 'json') forget();
      form = 'calls';
      tell();
      hearing.operation(call);
    },
    forget() {
      form = 'none';
      forget();
    },
  });

  function tell(): void {
    if (words !== '') hearing.said(words);
    words = '';
  }

  return {
    push(piece) {
      spoken.push(piece);
      tell();
    },
  };
}
