import type { Card } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { useEffect, useEffectEvent, useId, useState, type RefObject } from 'react';
import { announce } from '../ui/announce';
import { useIsPhone } from '../ui/use-media';
import { applyEdit } from './apply-edit';
import { caretPlace } from './caret-place';
import { findPeople, wantedAt, type Wanted } from './completing';
import styles from './completion.module.css';

export interface CompletionProps {
  /** The field that is typed in. Its container is positioned: the list lies within that. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly boardKey: string;
  readonly people: readonly { readonly name: string }[];
  readonly findCards: (query: string) => readonly Card[];
}

interface Choice {
  readonly key: string;
  readonly name: string;
  readonly note: string;
  readonly insert: string;
}

/** Offers people behind `@`, and cards behind the board's key or `#`, while somebody types. It listens to the field by itself. */
export function Completion(props: CompletionProps) {
  const { field } = props;
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [place, setPlace] = useState<Place | undefined>(undefined);
  const [marked, setMarked] = useState(0);
  const isPhone = useIsPhone();
  const listId = useId();
  const choices = wanted ? choicesFor(wanted, props) : [];
  const current = choices[marked] ? marked : 0;
  const isOpen = choices.length > 0;

  const look = useEffectEvent(() => {
    const element = field.current;
    const isCaret = element?.selectionStart === element?.selectionEnd;
    const found = element && isCaret ? wantedAt(element.value, element.selectionStart, props.boardKey) : null;
    setWanted(found);
    if (element && found) setPlace(placeIn(element, found.from));
    setMarked(0);
  });
  const choose = (choice: Choice) => {
    const element = field.current;
    if (!element || !wanted) return;
    const insert = `${choice.insert} `;
    const place = wanted.from + insert.length;
    applyEdit(element, { from: wanted.from, to: element.selectionStart, insert, start: place, end: place });
    setWanted(null);
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = choices[current];
    if (event.key === 'ArrowDown') setMarked((current + 1) % choices.length);
    else if (event.key === 'ArrowUp') setMarked((current + choices.length - 1) % choices.length);
    else if (event.key === 'Escape') setWanted(null);
    else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && choice) choose(choice);
    else return;
    // The field and what it stands in take no part in it.
    event.preventDefault();
    event.stopPropagation();
  });

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const stop = new AbortController();
    const { signal } = stop;
    // Not at the field itself: what is set there is drawn before React hears of the letter, and where more is due than the list, the field with
    // it, as it was before the letter.
    document.addEventListener('input', ({ target }) => target === element && look(), { signal });
    element.addEventListener('keydown', press, { signal });
    for (const type of ['blur', 'click']) element.addEventListener(type, () => setWanted(null), { signal });
    return () => stop.abort();
  }, [field]);

  useEffect(() => {
    const element = field.current;
    if (!element || !isOpen) return;
    element.setAttribute('aria-controls', listId);
    element.setAttribute('aria-activedescendant', `${listId}-${current}`);
    document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      element.removeAttribute('aria-controls');
      element.removeAttribute('aria-activedescendant');
    };
  }, [field, isOpen, current, listId]);

  useEffect(() => {
    if (choices.length > 0) announce(plural(choices.length, { one: '# suggestion.', other: '# suggestions.' }));
  }, [choices.length]);

  if (!isOpen || !wanted) return null;
  return (
    // No element of HTML's is a list of suggestions at a caret.
    // oxlint-disable jsx-a11y/prefer-tag-over-role
    <div
      id={listId}
      role="listbox"
      aria-label={wanted.kind === 'person' ? t`People` : t`Cards`}
      className={styles['list']}
      style={isPhone ? undefined : place}
    >
      {choices.map((choice, index) => (
        // The keys stay with the field.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={choice.key}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === current}
          className={styles['choice']}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(choice)}
        >
          <span className={wanted.kind === 'card' ? styles['number'] : undefined}>{choice.name}</span>
          {choice.note !== '' && <bdi className={styles['title']}>{choice.note}</bdi>}
        </div>
      ))}
    </div>
  );
}

function choicesFor({ kind, query }: Wanted, { boardKey, people, findCards }: CompletionProps): readonly Choice[] {
  if (kind === 'person') {
    return findPeople(people, query).map(({ name }) => ({ key: name, name: `@${name}`, note: '', insert: `@${name}` }));
  }
  const typed = query.toUpperCase() === `${boardKey}-` ? '' : query;
  return findCards(typed).map(({ id, number, title }) => {
    const name = `${boardKey}-${number}`;
    return { key: id, name, note: title, insert: name };
  });
}

const WIDTH = 320;

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Under the letter; on a phone the style sheet puts it under the field. */
function placeIn(field: HTMLTextAreaElement, index: number): Place {
  const { left, top } = caretPlace(field, index);
  const right = Math.max(0, field.offsetWidth - WIDTH);
  return { left: field.offsetLeft + Math.min(left, right), top: field.offsetTop + top + 2 };
}
