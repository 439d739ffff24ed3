import type { Id } from '@talkan/board/model';

/** The column that one looks at: on a phone there is one, or the place where the next one goes. */
export function laneInSight(): Id | undefined {
  const lanes = [...document.querySelectorAll<HTMLElement>('[data-lane]')];
  const lane = lanes.find((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left >= -1 && right <= innerWidth + 1 && right > left;
  });
  return lane?.dataset['lane'] || undefined;
}
