/** Takes a text that is still being written apart: thinking goes, tool calls that a server left in the text are cut out. */
export interface SpokenHearing {
  /** Put behind what came. */
  text(piece: string): void;
  /** What stood between the tags of a call. */
  tagged(body: string): void;
  /** All that came so far was thinking. */
  forget(): void;
}

export interface Spoken {
  push(piece: string): void;
}

const OPEN_CALL = '<tool_call>';
const CLOSE_CALL = '</tool_call>';
const OPEN_THOUGHTS = ['<think>', '<thinking>'];
const CLOSE_THOUGHTS = ['</think>', '</thinking>'];

type Place =
  /** Nothing has come yet but perhaps thinking. */
  'head' | 'thinking' | 'speech' | 'call';

export function createSpoken(hearing: SpokenHearing): Spoken {
  let place: Place = 'head';
  /** The beginning of what may become a tag. */
  let tag = '';
  let body = '';
  let heard = '';
  let hasSpoken = false;
  /** Some chat templates swallow the tag that opens the thinking, and only the closing one comes. */
  let mayBeThinking = true;

  const tagsHere = (): readonly string[] => {
    switch (place) {
      case 'head':
        return [...OPEN_THOUGHTS, ...CLOSE_THOUGHTS, OPEN_CALL];
      case 'thinking':
        return CLOSE_THOUGHTS;
      case 'speech':
        return [...OPEN_THOUGHTS, ...(mayBeThinking ? CLOSE_THOUGHTS : []), OPEN_CALL];
      case 'call':
        return [CLOSE_CALL];
    }
  };

  function take(letters: string): void {
    if (place === 'call') body += letters;
    if (place === 'thinking' || place === 'call' || (place === 'head' && letters.trim() === '')) return;
    heard += place === 'head' ? letters.trimStart() : letters;
    place = 'speech';
    hasSpoken = true;
    // A tag in a string of JSON is a part of it.
    if (letters.includes('{')) mayBeThinking = false;
  }

  function enter(found: string): void {
    if (OPEN_THOUGHTS.includes(found)) place = 'thinking';
    else if (CLOSE_THOUGHTS.includes(found)) {
      if (place === 'speech') {
        heard = '';
        hasSpoken = false;
        hearing.forget();
      }
      place = hasSpoken ? 'speech' : 'head';
      mayBeThinking = false;
    } else if (found === OPEN_CALL) place = 'call';
    else {
      tell();
      hearing.tagged(body);
      body = '';
      place = 'speech';
    }
  }

  function step(letter: string): void {
    const next = tag + letter;
    const found = next.toLowerCase();
    const tags = tagsHere();
    if (tags.includes(found)) {
      tag = '';
      enter(found);
    } else if (tags.some((known) => known.startsWith(found))) tag = next;
    else if (tag === '') take(letter);
    else {
      // What looked like a tag is none; this letter may begin one.
      take(tag);
      tag = '';
      step(letter);
    }
  }

  function tell(): void {
    if (heard !== '') hearing.text(heard);
    heard = '';
  }

  return {
    push(piece) {
      let position = 0;
      while (position < piece.length) {
        // Every tag begins with one; what stands before it is taken at once.
        const next = tag === '' ? piece.indexOf('<', position) : position;
        const end = next < 0 ? piece.length : next;
        if (end > position) take(piece.slice(position, end));
        if (end < piece.length) step(piece.charAt(end));
        position = end + 1;
      }
      tell();
    },
  };
}
