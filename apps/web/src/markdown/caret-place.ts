const SAME =
  `border-top-width border-left-width padding-top padding-right padding-bottom padding-left font-family font-size font-weight
  line-height letter-spacing tab-size text-indent overflow-wrap direction`.split(/\s+/);

/** Where a letter of a field stands: in px from the field's own corner, down to the end of its line. */
export function caretPlace(field: HTMLTextAreaElement, index: number): { readonly left: number; readonly top: number } {
  const mirror = document.createElement('div');
  const style = getComputedStyle(field);
  for (const name of SAME) mirror.style.setProperty(name, style.getPropertyValue(name));
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
