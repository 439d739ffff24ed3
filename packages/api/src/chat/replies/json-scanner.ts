import { parseJson } from './records.js';

/** Hears the objects in a text that is still being written. */
export interface ScanHearing {
  /** A key of an outermost object, before its value. */
  key(name: string): void;
  /** Letters of a string that is the value of an outermost object's key. */
  letter(key: string, letter: string): void;
  /** An object that has become whole in the array that is the value of an outermost object's key. */
  element(key: string, value: unknown): void;
}

export interface Scanner {
  push(piece: string): void;
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
/** Where an element stands: in an array, in the outermost object. */
const IN_ARRAY = 2;

/** Goes through a text letter by letter, once. What is no JSON is passed over, or scanned for nothing: who needs certainty parses the whole. */
export function createScanner(hearing: ScanHearing): Scanner {
  let depth = 0;
  let isFirst = false;
  let key = '';
  let isKey = false;
  let inString = false;
  let escape = '';
  let inArray = false;
  let element: string | null = null;

  function begin(): void {
    depth = 1;
    isFirst = true;
    isKey = true;
    inArray = false;
    element = null;
  }

  function takeInString(letter: string): void {
    if (escape !== '') return takeEscaped(letter);
    if (letter === '\\') escape = letter;
    else if (letter !== '"') tell(letter);
    else {
      inString = false;
      if (depth === 1 && isKey) hearing.key(key);
    }
  }

  function takeEscaped(letter: string): void {
    escape += letter;
    if (escape[1] !== 'u') tell(ESCAPED[letter] ?? letter);
    else if (escape.length < '\\u0000'.length) return;
    else tell(String.fromCharCode(Number.parseInt(escape.slice(2), 16) || 0xff_fd));
    escape = '';
  }

  function tell(letter: string): void {
    if (depth !== 1) return;
    if (isKey) key += letter;
    else hearing.letter(key, letter);
  }

  function open(letter: string): void {
    if (depth === 1 && !isKey && letter === '[') inArray = true;
    if (depth === IN_ARRAY && inArray && letter === '{') element = letter;
    depth++;
  }

  function close(): void {
    depth--;
    if (depth === 1) inArray = false;
    if (depth !== IN_ARRAY || element === null) return;
    const value = parseJson(element);
    if (value !== undefined) hearing.element(key, value);
    element = null;
  }

  function takeMark(letter: string): void {
    switch (letter) {
      case '"':
        inString = true;
        if (depth === 1 && isKey) key = '';
        break;
      case '{':
      case '[':
        open(letter);
        break;
      case '}':
      case ']':
        close();
        break;
      case ',':
      case ':':
        if (depth === 1) isKey = letter === ',';
    }
  }

  function take(letter: string): void {
    // Braces in prose.
    if (isFirst && letter.trim() !== '') {
      isFirst = false;
      if (letter !== '"' && letter !== '}') {
        depth = 0;
        if (letter === '{') begin();
        return;
      }
    }
    if (element !== null) element += letter;
    if (inString) takeInString(letter);
    else takeMark(letter);
  }

  return {
    push(piece) {
      let position = 0;
      while (position < piece.length) {
        if (depth > 0) take(piece.charAt(position));
        else {
          position = piece.indexOf('{', position);
          if (position < 0) return;
          begin();
        }
        position++;
      }
    },
  };
}
