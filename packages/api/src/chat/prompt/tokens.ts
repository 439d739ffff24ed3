/**
 * How many tokens a text is at most, for any model: which one will read it is not known here, so that each kind of letter is counted as the
 * tokenizer counts it that is worst at it. Figures and marks are one each, as for Llama 2 and Qwen 3, a word is one for every four letters
 * begun, in capitals for every two; what of other alphabets is put together from bytes is counted by the byte. Against seven tokenizers this
 * is 1.0 to 1.3 times the worst of them for texts of people; `docs/assistant.md` says which.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (let index = 0; index < text.length;) {
    const code = text.charCodeAt(index);
    if (isLetter(code)) {
      const end = endOfWord(text, index);
      tokens += weighWord(end - index, isCapital(code) && isCapital(text.charCodeAt(index + 1)));
      index = end;
    } else if (code === SPACE) {
      const end = endOfSpaces(text, index);
      // One space goes with the word after it.
      tokens += Math.ceil((end - index - 1) / 4);
      index = end;
    } else {
      tokens += code < 0x80 ? 1 : weighLetter(code);
      index += 1;
    }
  }
  return Math.ceil(tokens);
}

const SPACE = 0x20;
/** Words up to this length are most likely known, in pieces of four letters; longer ones come in smaller pieces. */
const SHORT_WORD = 7;
/** What is longer than this is most likely no word: a key, or a name. */
const LONG_WORD = 16;

function weighWord(letters: number, inCapitals: boolean): number {
  if (inCapitals) return Math.ceil(letters * 0.7);
  if (letters <= SHORT_WORD) return Math.ceil(letters / 4);
  return Math.ceil(letters * (letters <= LONG_WORD ? 0.3 : 0.6));
}

/** A letter that is not ASCII; of a pair of surrogates each half. */
function weighLetter(code: number): number {
  if (code < 0x0250) return 1.4;
  if (code >= 0x0400 && code < 0x0530) return 0.6;
  if (code < 0x0800) return 1.2;
  // Signs, arrows, emoji and what joins them.
  if ((code >= 0x2000 && code < 0x2e80) || code >= 0xfe00) return 3;
  if (code >= 0xd800 && code < 0xe000) return 2;
  if (code < 0x0f00) return 1.4;
  // Chinese and Japanese; what is less written comes in bytes.
  return code >= 0x3000 && code < 0xa000 ? 1.5 : 2.2;
}

/** Capitals, or a letter and what follows in small ones: `camelCase` is two words. */
function endOfWord(text: string, from: number): number {
  let end = from + 1;
  if (isCapital(text.charCodeAt(from)) && isCapital(text.charCodeAt(end))) {
    while (isCapital(text.charCodeAt(end))) end += 1;
    return end;
  }
  while (isSmall(text.charCodeAt(end))) end += 1;
  return end;
}

function endOfSpaces(text: string, from: number): number {
  let end = from + 1;
  while (text.charCodeAt(end) === SPACE) end += 1;
  return end;
}

function isLetter(code: number): boolean {
  return isSmall(code) || isCapital(code);
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
