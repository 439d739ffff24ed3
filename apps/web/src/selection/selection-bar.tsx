import { t } from '@talkan/words/words';
import { Ellipsis, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useSyncExternalStore } from 'react';
import { countCards } from '../board/actions';
import { useBoardUi } from '../board/board-ui';
import { useCanEdit } from '../board/use-can-edit';
import { useKeysOf } from '../keys/use-keys-of';
import { useBoardPart } from '../sync/use-board-store';
import { BrandMark } from '../ui/brand-mark';
import { Button, IconButton } from '../ui/button';
import { closeOnBack } from '../ui/close-on-back';
import { Menu } from '../ui/menu';
import { useOffer } from '../ui/offers';
import { useRootMark } from '../ui/use-root-mark';
import { actionsFor, type CardsAction, type CardsActionName } from './actions';
import { leaveSelection } from './leave-selection';
import styles from './selection-bar.module.css';

/** As many have a button of their own; what else there is stands in a menu. Who may only look has the others. */
const BUTTONS: readonly CardsActionName[] = ['move', 'labels', 'people', 'due', 'priority', 'archive'];
const READING: readonly CardsActionName[] = ['copyLinks', 'copyMarkdown'];

/** What can be done to the cards that are chosen, at the foot of the board. */
export function SelectionBar() {
  const { selection, shown } = useBoardUi();
  const chosen = useSyncExternalStore(selection.subscribe, selection.get);
  const isPicking = useSyncExternalStore(selection.subscribe, selection.isPicking);
  const board = useBoardPart((state) => state.board);
  const bar = useRef<HTMLElement>(null);
  const actions = actionsFor(selection.inOrder(board));
  const ask = actions.find(({ name }) => name === 'ask');
  const own = useCanEdit() ? BUTTONS : READING;
  const inMenu = actions.filter((action) => action !== ask && !own.includes(action.name));
  const count = t`${countCards(chosen.size)} chosen`;
  // What else stands at the foot of the page makes room.
  useRootMark('choosing');
  useOffer({
    scope: 'board',
    items: actions.map((action) => ({
      ...action,
      alone: action === ask ? action.label : `${action.label} (${count})`,
      onSelect: () => action.run(),
    })),
  });
  const leave = () => leaveSelection({ selection, shown });
  const leaveByBack = useEffectEvent(leave);
  useEffect(() => (isPicking ? closeOnBack(() => leaveByBack()) : undefined), [isPicking]);

  return (
    <div className={styles['dock']}>
      <section ref={bar} className={styles['bar']} aria-label={t`Chosen cards`}>
        <p className={styles['count']}>{chosen.size === 0 ? t`Press cards to choose them` : count}</p>
        <div className={styles['actions']}>
          {actions
            .filter(({ name }) => own.includes(name))
            .map((action) => (
              <BarButton key={action.name} action={action} />
            ))}
          {inMenu.length > 0 && (
            <Menu
              label={t`More for ${countCards(chosen.size)}`}
              items={inMenu.map((action) => ({ ...action, onSelect: () => action.run(bar.current ?? undefined) }))}
              trigger={(props) => (
                <button {...props} type="button" className={styles['action']} title={t`More`}>
                  <Ellipsis size={16} aria-hidden="true" />
                  <span>{t`More`}</span>
                </button>
              )}
            />
          )}
        </div>
        {ask && (
          <button
            type="button"
            className={styles['ask']}
            aria-label={ask.label}
            title={ask.label}
            onClick={() => ask.run()}
          >
            <BrandMark size={18} className={styles['mark']} />
            <span>{t`Ask`}</span>
          </button>
        )}
        {isPicking ? (
          <Button variant="primary" className={styles['done']} onClick={leave}>
            {t`Done`}
          </Button>
        ) : (
          <IconButton label={t`Clear (Esc)`} className={styles['clear']} onClick={leave}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        )}
      </section>
    </div>
  );
}

function BarButton({ action: { label, icon: Icon, shortcut, run } }: { action: CardsAction }) {
  const keys = useKeysOf(shortcut);
  return (
    <button
      type="button"
      className={styles['action']}
      title={label}
      aria-keyshortcuts={keys}
      onClick={(event) => run(event.currentTarget)}
    >
      {Icon && <Icon size={16} aria-hidden="true" />}
      <span>{label}</span>
    </button>
  );
}
