import { useLayoutEffect, useRef, type RefObject } from 'react';
import { CardFace } from '../board/card-face';
import { hueStyle } from '../board/hues';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import styles from './presence.module.css';
import type { DrawnSlot } from './signs';
import { useHueOf } from './use-others';

interface LiftedProps {
  readonly drawn: readonly DrawnSlot[];
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The cards that others have in hand, above their slots: outside of what scrolls, for they reach over the lane's edge. */
export function Lifted({ drawn, scroller }: LiftedProps) {
  const layer = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const follow = () => {
      const { scrollTop, clientHeight } = list;
      if (layer.current) layer.current.style.translate = `0 ${-scrollTop}px`;
      for (const [index, { start, size }] of drawn.entries()) {
        const middle = start + size / 2 - scrollTop;
        layer.current?.children[index]?.toggleAttribute('data-away', middle < 0 || middle > clientHeight);
      }
    };
    follow();
    list.addEventListener('scroll', follow, { passive: true });
    return () => list.removeEventListener('scroll', follow);
  }, [drawn, scroller]);

  return (
    <div className={styles['lifts']} aria-hidden="true">
      <div ref={layer}>
        {drawn.map((one) => (
          <Lift key={one.slot.clientId} {...one} />
        ))}
      </div>
    </div>
  );
}

function Lift({ slot: { cardId, userId, name, isStack }, start }: DrawnSlot) {
  const card = useBoardPart(({ board }) => board.card(cardId));
  const hue = useHueOf(userId);
  return (
    <div className={styles['lift']} style={{ ...hueStyle(hue), transform: `translateY(${start}px)` }}>
      {card && (
        <div className={classNames(styles['lifted'], isStack && styles['stack'])}>
          <span className={styles['who']}>{name}</span>
          <CardFace card={card} />
        </div>
      )}
    </div>
  );
}
