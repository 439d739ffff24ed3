/** Pasted lines as one: titles and names have no line breaks. */
export function joinLines(text: string): string {
  return text.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
