type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & {
  readonly getModifierState?: (key: 'AltGraph') => boolean;
};

/** What is pressed, as `aria-keyshortcuts` writes it: `Control+Shift+Z`, `M`, `?`. */
export function chordOf(event: Pressed): string {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isLetter = /^\p{L}$/u.test(key);
  // How a sign is typed is the layout's affair.
  const isSign = key.length === 1 && key !== ' ' && !isLetter;
  const isTyped = isSign && event.getModifierState?.('AltGraph');
  const name = isLetter ? letterOf(key, code) : key === ' ' ? 'Space' : key;
  const modifiers = [
    ctrlKey && !isTyped && 'Control',
    metaKey && 'Meta',
    altKey && !isTyped && 'Alt',
    shiftKey && !isSign && 'Shift',
  ];
  return [...modifiers.filter(Boolean), name].join('+');
}

/** By what it writes, not by where it is: Z and Y change places between layouts. Who writes in another script has Latin letters beside theirs. */
function letterOf(key: string, code: string): string {
  if (/\p{Script=Latin}/u.test(key)) return key.toUpperCase();
  return /^Key([A-Z])$/.exec(code)?.[1] ?? key;
}

/** Whether a chord is one sign by itself, which somebody may also press by chance or say to a machine that writes. */
export function isSingle(chord: string): boolean {
  return /^(?:Shift\+)?.$/u.test(chord);
}
