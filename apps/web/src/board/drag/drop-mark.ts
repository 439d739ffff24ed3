import type { ColumnMap } from './column-map';
import styles from './drag.module.css';

/** The line between two columns where the one in the hand would go. Drawn beside the page, which is built anew at any time. */
export interface DropMark {
  show(map: ColumnMap, index: number): void;
  hide(): void;
}

export function createDropMark(): DropMark {
  let line: HTMLElement | null = null;
  function hide(): void {
    line?.remove();
    line = null;
  }
  return {
    show(map, index) {
      const at = map.markAt(index);
      if (at === null) return hide();
      if (!line) {
        line = document.createElement('div');
        line.className = styles['mark'] ?? '';
        document.body.append(line);
      }
      const { top, height } = map.strip;
      Object.assign(line.style, { translate: `${at}px ${top}px`, height: `${height}px` });
    },
    hide,
  };
}
