import type { Board, Card, Id, Label } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import { useState, type CSSProperties } from 'react';
import { rich } from '../language/rich';
import { commitWithUndo, countCards } from '../board/actions';
import { changeCards, nameCards } from '../selection/change-cards';
import { newId } from '../sync/new-id';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { keepDraft, readDraft } from '../ui/drafts';
import { labelNameDraft, newLabelDraft } from './draft-keys';
import { FormHead, LabelForm } from './label-form';
import styles from './label-form.module.css';
import { freeHue } from './label-hues';
import { PickList, type PickItem } from './pick-list';
import values from './values.module.css';

type Step = { readonly at: 'list' | 'new' } | { readonly at: 'edit' | 'merge'; readonly labelId: Id };

const LABEL_WORDS = {
  name: t`Labels`,
  find: t`Find labels`,
  findOrCreate: t`Find or create labels`,
  noneSo: t`No labels with that name.`,
};

/** The labels of cards, and all of the board's: made, named, coloured, merged and deleted where they are put on. */
export function LabelPicker({ cards }: { cards: readonly Card[] }) {
  const store = useBoardStore();
  const { id: boardId } = store.getState().board;
  const newName = newLabelDraft(boardId);
  // Who left while naming a new one goes on there.
  const [step, setStep] = useState<Step>({ at: readDraft(newName) === null ? 'list' : 'new' });
  const labels = useBoardPart((state) => state.board.labels());
  const label = 'labelId' in step ? labels.find(({ id }) => id === step.labelId) : undefined;
  const toList = () => setStep({ at: 'list' });

  if (step.at === 'new') {
    return (
      <LabelForm
        label={null}
        name=""
        draft={newName}
        hue={freeHue(labels.map(({ hue }) => hue))}
        onBack={toList}
        onSave={(name, hue) => {
          const labelId = newId();
          const put = cards.map(({ id }): Operation => ({ type: 'card.label', cardId: id, add: [labelId] }));
          changeCards(store, cards, {
            operations: [{ type: 'label.create', labelId, name, hue }, ...put],
            message: t`Label “${name}” created and put on ${nameCards(store.getState().board, cards)}`,
          });
          toList();
        }}
      />
    );
  }
  if (step.at === 'merge' && label) return <MergeInto label={label} labels={labels} onBack={toList} />;
  if (step.at === 'edit' && label) {
    const { id: labelId, name: old } = label;
    const having = cardsWith(store.getState().board, labelId);
    return (
      <LabelForm
        label={label}
        name={old}
        draft={labelNameDraft(boardId, labelId)}
        hue={label.hue}
        use={having === 0 ? t`It is on no card.` : t`It is on ${countCards(having)}.`}
        onBack={toList}
        onSave={(name, hue) => {
          const edit = { ...(name !== old && { name }), ...(hue !== label.hue && { hue }) };
          if (Object.keys(edit).length === 0) return toList();
          store.commit([{ type: 'label.edit', labelId, ...edit }]);
          announce(t`Label “${name}” saved.`);
          toList();
        }}
        onMerge={() => setStep({ at: 'merge', labelId })}
        onDelete={() => {
          const said = having === 0 ? t`Label “${old}” deleted` : t`Label “${old}” deleted, off ${countCards(having)}`;
          commitWithUndo(store, [{ type: 'label.delete', labelId }], said);
          toList();
        }}
      />
    );
  }
  return (
    <LabelList
      cards={cards}
      labels={labels}
      onEdit={(labelId) => setStep({ at: 'edit', labelId })}
      onCreate={(name) => {
        keepDraft(newName, name);
        setStep({ at: 'new' });
      }}
    />
  );
}

interface LabelListProps {
  readonly cards: readonly Card[];
  readonly labels: readonly Label[];
  readonly onEdit: (labelId: Id) => void;
  readonly onCreate: (name: string) => void;
}

function LabelList({ cards, labels, onEdit, onCreate }: LabelListProps) {
  const store = useBoardStore();
  const { board } = store.getState();
  const idsOn = new Map(cards.map((card) => [card, new Set(board.labelsOf(card).map(({ id }) => id))]));
  // A row stays where it is while one ticks others.
  const [first] = useState(() => new Set([...idsOn.values()].flatMap((ids) => [...ids])));
  const sorted = [...labels.filter(({ id }) => first.has(id)), ...labels.filter(({ id }) => !first.has(id))];
  const items = sorted.map(({ id, name, hue }): PickItem => {
    const count = cards.filter((card) => idsOn.get(card)?.has(id)).length;
    const isChosen = count === cards.length;
    return { id, name, isChosen, isMixed: count > 0 && !isChosen, sign: <Swatch hue={hue} /> };
  });
  const toggle = ({ id, name, isChosen }: PickItem, isHeard: boolean) => {
    const wanting = cards.filter((card) => idsOn.get(card)?.has(id) === isChosen);
    const change = isChosen ? { remove: [id] } : { add: [id] };
    const who = nameCards(store.getState().board, wanting);
    changeCards(store, cards, {
      operations: wanting.map((card) => ({ type: 'card.label', cardId: card.id, ...change })),
      isHeard,
      message: isChosen ? t`Label “${name}” taken off ${who}` : t`Label “${name}” put on ${who}`,
    });
  };
  return (
    <PickList
      words={LABEL_WORDS}
      items={items}
      nothing={t`This board has no labels yet. Type the name of the first one.`}
      onToggle={toggle}
      onEdit={onEdit}
      onCreate={onCreate}
    />
  );
}

function MergeInto({ label, labels, onBack }: { label: Label; labels: readonly Label[]; onBack: () => void }) {
  const store = useBoardStore();
  const items = labels
    .filter(({ id }) => id !== label.id)
    .map(({ id, name, hue }): PickItem => ({ id, name, isChosen: false, sign: <Swatch hue={hue} /> }));
  return (
    <>
      <FormHead title={<>{rich`Merge “${<bdi>{label.name}</bdi>}”`}</>} onBack={onBack} />
      <p className={styles['into']}>{t`Whatever has this label gets the one that you choose instead.`}</p>
      <PickList
        words={LABEL_WORDS}
        items={items}
        nothing={t`There is no other label.`}
        onToggle={({ id: into, name }) => {
          const message = t`Label “${label.name}” merged into “${name}”`;
          commitWithUndo(store, [{ type: 'label.merge', labelId: label.id, into }], message);
          onBack();
        }}
      />
    </>
  );
}

function Swatch({ hue }: { hue: number }) {
  return <i className={values['swatch']} style={{ '--hue': hue } as CSSProperties} />;
}

function cardsWith(board: Board, labelId: Id): number {
  const cards = board.columns().flatMap(({ id }) => board.cardsIn(id));
  return cards.filter((card) => board.labelsOf(card).some(({ id }) => id === labelId)).length;
}
