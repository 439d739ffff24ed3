import type { Card, Id } from '@talkan/board/model';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { useId, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { undoOrSay, untilUndone } from '../board/actions';
import styles from '../board/move-dialog.module.css';
import { BOARD_ROOT, boardPath, cardPath, numberIn } from '../board/paths';
import { useCardRoute } from '../card/use-card-route';
import { problemOf } from '../problem';
import { askServer } from '../sync/ask-server';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { api, trpc, type RouterOutputs } from '../trpc';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { showToast } from '../ui/toast';
import { movingAway } from './card-actions';
import own from './move-away-dialog.module.css';

type Moved = RouterOutputs['boards']['moveCard'];

/** Moves a card to another board: to which, and into which of its columns. */
export function MoveAwayDialog() {
  const cardId = useSyncExternalStore(movingAway.subscribe, movingAway.get);
  const card = useBoardPart((state) => (cardId === null ? undefined : state.board.card(cardId)));
  const headingId = useId();
  const close = () => movingAway.set(null);
  return (
    <Dialog open={card !== undefined} onClose={close} labelledBy={headingId}>
      {card && <MoveAway key={card.id} card={card} headingId={headingId} onClose={close} />}
    </Dialog>
  );
}

interface MoveAwayProps {
  readonly card: Card;
  readonly headingId: string;
  readonly onClose: () => void;
}

function MoveAway({ card, headingId, onClose }: MoveAwayProps) {
  const here = useBoardPart((state) => state.board.id);
  const boardKey = useBoardPart((state) => state.board.key);
  const boards = trpc.boards.list.useQuery();
  const others = boards.data?.filter(
    (one) => one.id !== here && one.archivedAt === null && atLeast(one.role, 'editor'),
  );
  const [chosen, setChosen] = useState<Id | null>(null);
  const toBoardId = chosen ?? others?.[0]?.id;
  const target = trpc.boards.get.useQuery({ boardId: toBoardId ?? '' }, { enabled: toBoardId !== undefined });
  const [chosenColumn, setColumn] = useState<Id | null>(null);
  const columns = target.data?.columns ?? [];
  const columnId = columns.find(({ id }) => id === chosenColumn)?.id ?? columns[0]?.id;
  const { move, isMoving, problem } = useMoveAway(card, onClose);
  const failed = boards.error ?? target.error;

  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        const title = others?.find(({ id }) => id === toBoardId)?.title;
        if (toBoardId !== undefined && columnId !== undefined) void move({ toBoardId, columnId, title: title ?? '' });
      }}
    >
      <h2 id={headingId}>{t`Move ${boardKey}-${card.number} to another board`}</h2>
      <p>{card.title}</p>
      {others?.length === 0 ? (
        <p className={own['note']}>
          {t`There is no other board that you may change. Make one, or ask an owner for a part in theirs.`}
        </p>
      ) : (
        <>
          <div className={styles['field']}>
            <label htmlFor={`${headingId}-board`}>{t`Board`}</label>
            <select id={`${headingId}-board`} value={toBoardId} onChange={(event) => setChosen(event.target.value)}>
              {(others ?? []).map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <div className={styles['field']}>
            <label htmlFor={`${headingId}-column`}>{t`Column`}</label>
            <select
              id={`${headingId}-column`}
              value={columnId}
              disabled={columns.length === 0}
              onChange={(event) => setColumn(event.target.value)}
            >
              {columns.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <p className={own['note']}>
            {t`It gets a new number there. Comments, checklists and files go along, its links end, and only people who are on that board stay on it.`}
          </p>
          {target.data && columns.length === 0 && (
            <p className={own['problem']} role="alert">
              {t`That board has no column yet. Add one there first.`}
            </p>
          )}
        </>
      )}
      {(problem ?? failed) && (
        <p className={own['problem']} role="alert">
          {problem ?? problemOf(failed).message}
        </p>
      )}
      <div className={styles['buttons']}>
        {others?.length !== 0 && (
          <Button type="submit" variant="primary" disabled={columnId === undefined || isMoving}>
            {isMoving ? t`Moving…` : t`Move`}
          </Button>
        )}
        <Button variant="ghost" onClick={onClose}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}

interface Wish {
  readonly toBoardId: Id;
  readonly columnId: Id;
  readonly title: string;
}

function useMoveAway(card: Card, onClose: () => void) {
  const store = useBoardStore();
  const { name } = useCardRoute();
  const [, navigate] = useLocation();
  const [isMoving, setMoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const move = async ({ title, ...to }: Wish) => {
    const { board } = store.getState();
    const isOpen = name !== null && numberIn(name, board.key) === card.number;
    let moved: Moved['to'] | undefined;
    setMoving(true);
    setProblem(null);
    const outcome = await askServer(store, async (changeId) => {
      const answer = await api.boards.moveCard.mutate({ boardId: board.id, cardId: card.id, ...to, changeId });
      moved = answer.to;
      if (isOpen) navigate(BOARD_ROOT, { replace: true });
      return answer;
    });
    setMoving(false);
    if ('problem' in outcome) return setProblem(outcome.problem);
    onClose();
    const { seq } = outcome;
    const path = moved && `~${boardPath(moved.boardId)}${cardPath(moved.key, moved.number)}`;
    showToast({
      message: t`Moved to “${title}”`,
      action: { label: t`Undo`, run: () => void undoOrSay(store, seq) },
      until: untilUndone(store, { seq }),
      ...(path !== undefined && { secondAction: { label: t`Show`, run: () => navigate(path) } }),
    });
  };
  return { move, isMoving, problem };
}
