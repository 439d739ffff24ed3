/** Letters of an alphabet that most tokenizers know words of; the longer such a word is, the less likely is it one token. */
const WORD = /^[A-Za-z]+$/;
const PIECES = /[A-Za-z]+|[0-9]|\s+|[^A-Za-z0-9\s]/gu;

/**
 * How many tokens a text is at most, for any model: which one will read it is not known here, so that each kind of letter is counted as the
 * tokenizer counts it that is worst at it. Figures are a token each (as for Llama and Qwen), marks and line breaks too, a word is one for
 * every four letters begun, and what is not ASCII is two for three bytes of UTF-8.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECES)) tokens += weigh(piece);
  return Math.ceil(tokens);
}

function weigh(piece: string): number {
  if (WORD.test(piece)) return Math.ceil(piece.length / 4);
  // One space goes with the word after it.
  if (piece.trim() === '') return piece === ' ' ? 0 : Math.ceil(piece.length / 4);
  const point = piece.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  return (2 / 3) * (point < 0x800 ? 2 : point < 0x1_00_00 ? 3 : 4);
}
