type Sideways = 'ArrowLeft' | 'ArrowRight';

const OTHER: Readonly<Record<string, Sideways>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };

/** The arrow as it is meant: where the page is read from right to left, what comes next stands on the left. */
export function mirrored<Key extends string>(element: Element, key: Key): Key | Sideways {
  const other = OTHER[key];
  return other !== undefined && getComputedStyle(element).direction === 'rtl' ? other : key;
}
