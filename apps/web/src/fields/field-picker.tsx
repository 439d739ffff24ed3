import type { Card } from '@talkan/board/model';
import { useRef } from 'react';
import { DatePicker } from './date-picker';
import { EstimatePicker } from './estimate-picker';
import { FIELD_NAMES, type CardFieldName } from './field-names';
import { LabelPicker } from './label-picker';
import { PeoplePicker } from './people-picker';
import { Popover } from './popover';
import { PriorityPicker } from './priority-picker';

export interface FieldPickerProps {
  readonly field: CardFieldName;
  /** All of them get what is chosen. */
  readonly cards: readonly Card[];
  readonly anchor: () => HTMLElement | null;
  readonly onClose: () => void;
}

/** What chooses a field of a card, or of several, beside what opened it. */
export function FieldPicker({ field, cards, anchor, onClose }: FieldPickerProps) {
  const popover = useRef<HTMLDialogElement>(null);
  const done = () => {
    popover.current?.hidePopover();
    // The browser tells of it only later, and what opens it anew at once would be closed by that.
    onClose();
  };
  return (
    <Popover popover={popover} label={FIELD_NAMES[field]} anchor={anchor} onClose={onClose}>
      <Picker field={field} cards={cards} onDone={done} />
    </Popover>
  );
}

function Picker({ field, cards, onDone }: Pick<FieldPickerProps, 'field' | 'cards'> & { onDone: () => void }) {
  switch (field) {
    case 'people':
      return <PeoplePicker cards={cards} />;
    case 'labels':
      return <LabelPicker cards={cards} />;
    case 'due':
      return <DatePicker cards={cards} field="dueAt" onDone={onDone} />;
    case 'start':
      return <DatePicker cards={cards} field="startAt" onDone={onDone} />;
    case 'priority':
      return <PriorityPicker cards={cards} onDone={onDone} />;
    case 'estimate':
      return <EstimatePicker cards={cards} onDone={onDone} />;
  }
}
