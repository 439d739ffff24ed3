import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { showPending } from '../board/ghost';
import { useCanEdit } from '../board/use-can-edit';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import type { TurnActions } from './actions';
import { ChangeItems } from './change-items';
import { acceptWords, lookAt, type Choice, type Look } from './choice';
import { readChoice, writeChoice } from './choice-draft';
import type { Proposal } from './contract';
import { proposalDraftKey } from './names';
import { ProposalLineView } from './proposal-line';
import styles from './proposal.module.css';
import { sayCount } from './spoken-words';
import { useReview } from './use-review';

interface ProposalCardProps {
  proposal: Proposal;
  boardKey: string;
  actorId: Id;
  busy: boolean;
  /** Whether what is ticked is to be seen on the board. */
  isShown: boolean;
  actions: Pick<TurnActions, 'accept' | 'dismiss'>;
}

/** What waits for a yes, or did. */
export function ProposalCard(props: ProposalCardProps) {
  const { proposal, boardKey } = props;
  const canEdit = useCanEdit();
  if (proposal.state === 'waits' && canEdit) return <OpenProposal {...props} />;
  const { items } = proposal;
  const heading = { waits: t`Proposed:`, accepted: t`Done:`, dismissed: t`Dismissed:` }[proposal.state];
  return (
    <section className={styles['card']}>
      <h3 className={styles['head']}>
        {heading} <span>{sayCount(items.length)}</span>
      </h3>
      <ChangeItems items={items} boardKey={boardKey} />
    </section>
  );
}

/** What waits for a yes: each part of it can be left out or edited, and is decided on the board as it is. */
function OpenProposal({ proposal, boardKey, actorId, busy, isShown, actions }: ProposalCardProps) {
  const { id, operations } = proposal;
  const [first] = useState(proposal);
  const [kept, keep, forget] = useDraft(proposalDraftKey(id), '');
  const choice = useMemo(() => readChoice(kept, operations), [kept, operations]);
  const setChoice = (wanted: Choice) => keep(writeChoice(wanted, operations));
  const [editing, setEditing] = useState(false);
  const [looked, setLooked] = useState(proposal.seen);
  const [problem, setProblem] = useState<string | null>(null);
  const headingId = useId();
  const list = useRef<HTMLUListElement>(null);
  const review = useReview(proposal, actorId);
  // What it would have done at first stands beside what it would do now.
  const look = lookAt({ ...first, operations }, choice, review);
  const isOther = look.now !== looked;
  const count = look.operations.length;
  const newColumns = look.operations.flatMap((operation) =>
    operation.type === 'column.create' ? [{ id: operation.columnId, title: operation.title }] : [],
  );
  useGhost(look, proposal.loaded, isShown);
  useEffect(() => {
    if (isShown && isOther) announce(CHANGED);
  }, [isShown, isOther]);
  useEffect(() => {
    if (editing) list.current?.querySelector<HTMLElement>('input[type="text"], textarea, select')?.focus();
  }, [editing]);

  const accept = async () => {
    setProblem(null);
    if (isOther) {
      setLooked(look.now);
      return;
    }
    const isWhole = !look.isOwn && look.seen === proposal.seen;
    const chosen = { operations: look.operations, seen: look.seen };
    const outcome = await actions.accept(isWhole ? { proposalId: id } : { proposalId: id, chosen });
    if (outcome.kind === 'done') forget();
    if (outcome.kind === 'changed') setProblem(CHANGED);
    if (outcome.kind === 'problem') setProblem(t`Not done: ${outcome.message}`);
  };
  const dismiss = async () => {
    const why = await actions.dismiss(id);
    if (why === null) forget();
    setProblem(why && t`Not dismissed: ${why}`);
  };

  return (
    <section className={styles['card']} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles['head']}>
        {sayCount(operations.length)} <span>{t`proposed, nothing is done yet`}</span>
      </h3>
      <ul ref={list} className={styles['lines']}>
        {look.lines.map((line, index) => (
          <ProposalLineView
            key={index}
            line={line}
            newColumns={newColumns}
            boardKey={boardKey}
            editing={editing}
            onTick={(ticked) => setChoice(withTick(choice, index, ticked))}
            onEdit={(operation) => setChoice({ ...choice, edited: new Map(choice.edited).set(index, operation) })}
          />
        ))}
      </ul>
      {isOther && problem === null && <p className={styles['notice']}>{CHANGED}</p>}
      {problem !== null && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button
          variant="primary"
          aria-describedby={headingId}
          disabled={busy || (count === 0 && !isOther)}
          onClick={() => void accept()}
        >
          {isOther ? t`I have looked` : count === 0 ? t`Nothing is ticked` : acceptWords(look.operations)}
        </Button>
        <Button variant="ghost" aria-pressed={editing} onClick={() => setEditing(!editing)}>
          {t`Edit`}
        </Button>
        <Button variant="ghost" className={styles['away']} disabled={busy} onClick={() => void dismiss()}>
          {t`Dismiss`}
        </Button>
      </div>
    </section>
  );
}

const CHANGED = t`The board has changed since. Look at what this would do now.`;

function withTick(choice: Choice, index: number, ticked: boolean): Choice {
  const off = new Set(choice.off);
  if (ticked) off.delete(index);
  else off.add(index);
  return { ...choice, off };
}

/** Shows on the board what is ticked. */
function useGhost({ operations }: Look, loaded: Proposal['loaded'], isShown: boolean): void {
  // Decided anew with every change of the board: the same operations are the same ghost.
  const key = JSON.stringify(operations);
  const [shown, setShown] = useState({ key, operations });
  if (shown.key !== key) setShown({ key, operations });
  useEffect(
    () =>
      isShown && shown.operations.length > 0
        ? showPending(shown.operations, { voice: 'assistant', loaded })
        : undefined,
    [isShown, shown, loaded],
  );
}
