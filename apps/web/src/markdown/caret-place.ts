const SAME = [
  ...['borderTopWidth', 'borderLeftWidth', 'paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft', 'fontFamily'],
  ...['fontSize', 'fontWeight', 'lineHeight', 'letterSpacing', 'tabSize', 'textIndent', 'overflowWrap', 'direction'],
] as const;

/** Where a letter of a field stands: in px from the field's own corner, down to the end of its line. */
export function caretPlace(field: HTMLTextAreaElement, index: number): { readonly left: number; readonly top: number } {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of SAME) mirror.style.setProperty(kebab(name), style.getPropertyValue(kebab(name)));
  mirror.style.cssText += `;position:absolute;visibility:hidden;white-space:pre-wrap;box-sizing:border-box;width:${field.offsetWidth}px`;
  mirror.textContent = field.value.slice(0, index);
  const mark = document.createElement('span');
  mark.textContent = '.';
  mirror.append(mark);
  document.body.append(mirror);
  const place = { left: mark.offsetLeft, top: mark.offsetTop + mark.offsetHeight - field.scrollTop };
  mirror.remove();
  return place;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
