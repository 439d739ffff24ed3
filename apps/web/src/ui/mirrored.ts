/** The arrow as it is meant: where the page is read from right to left, what comes next stands on the left. */
export function mirrored(element: Element, key: string): string {
  const other = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' }[key];
  return other !== undefined && getComputedStyle(element).direction === 'rtl' ? other : key;
}
