import { proposeKey } from '@talkan/board/board-key';
import { LIMITS } from '@talkan/board/limits';
import { inSense, t } from '@talkan/words/words';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { boardPath } from '../board/paths';
import { setFreshBoard } from '../board/fresh-board';
import { problemOf } from '../problem';
import { newId } from '../sync/new-id';
import { api, trpc } from '../trpc';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import dialogStyles from '../ui/dialog-form.module.css';
import { Field } from '../ui/field';
import { useDraft } from '../ui/drafts';
import { TextArea } from '../ui/text-area';
import { keyProblem, readKey, sharedKeyHint } from './board-fields';
import { BOARD_HUES } from './board-hues';
import type { BoardEntry } from './board-list';
import styles from './dialogs.module.css';
import { HueChoice } from './hue-choice';
import { readTemplate, TemplateChoice } from './template-choice';

interface NewBoardDialogProps {
  /** Those that there are. */
  boards: readonly BoardEntry[];
  onClose: () => void;
}

const NO_TITLE = t`Give the board a title.`;

/** Asks what a new board is to be, makes it and goes there. What was typed outlives Esc. */
export function NewBoardDialog({ boards, onClose }: NewBoardDialogProps) {
  const titleId = useId();
  const utils = trpc.useUtils();
  const [, navigate] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const { title, key, template, hue, description, clear } = useWish(boards);
  const [busy, setBusy] = useState(false);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wish = {
    title: title.text.trim(),
    key: key.text,
    template: readTemplate(template.text),
    hue: Number(hue.text),
    ...(description.text.trim() !== '' && { description: description.text.trim() }),
  };
  const changeId = useChangeId(JSON.stringify(wish));
  const wrongTitle = wish.title === '' ? NO_TITLE : null;
  const wrongKey = keyProblem(wish.key);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setTried(true);
    if (wrongTitle ?? wrongKey) {
      form.current?.querySelector<HTMLElement>(wrongTitle ? '[name=title]' : '[name=key]')?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      const { boardId } = await api.boards.create.mutate({ changeId, ...wish });
      // The address leads nowhere before the list has it.
      await utils.boards.list.fetch(undefined, { staleTime: 0 });
      clear();
      setFreshBoard(boardId);
      announce(t`The board “${wish.title}” is made.`);
      navigate(boardPath(boardId), { replace: true });
    } catch (error) {
      setProblem(problemOf(error).message);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} labelledBy={titleId} className={styles['dialog']}>
      <form ref={form} className={dialogStyles['form']} noValidate onSubmit={(event) => void submit(event)}>
        <h2 id={titleId} className={dialogStyles['title']}>
          {t`New board`}
        </h2>
        {problem !== null && (
          <p className={dialogStyles['problem']} role="alert">
            {problem}
          </p>
        )}
        <div className={styles['pair']}>
          <Field
            label={t`Title`}
            name="title"
            value={title.text}
            maxLength={LIMITS.title}
            autoComplete="off"
            error={tried ? wrongTitle : null}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- The first field of a dialog that was asked for.
            autoFocus
            onChange={(event) => title.set(event.target.value)}
          />
          <Field
            label={inSense('board')`Key`}
            name="key"
            value={key.text}
            maxLength={5}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            error={tried || key.isByHand ? wrongKey : null}
            hint={sharedKeyHint(wish.key, boards)}
            onChange={(event) => key.set(readKey(event.target.value))}
          />
        </div>
        <TemplateChoice value={wish.template} onChange={template.set} />
        <HueChoice value={wish.hue} onChange={(value) => hue.set(String(value))} />
        <TextArea
          label={t`Description`}
          hint={t`Optional. What is it for, and for whom?`}
          rows={2}
          value={description.text}
          maxLength={4000}
          onChange={(event) => description.set(event.target.value)}
        />
        <div className={dialogStyles['actions']}>
          <Button variant="ghost" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button type="submit" variant="primary" aria-disabled={busy}>
            {busy ? t`Making the board` : t`Make the board`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** What is asked for, each field a draft. The key follows the title until somebody types one. */
function useWish(boards: readonly BoardEntry[]) {
  const [title, setTitle, clearTitle] = useDraft('new-board:title', '');
  const [ownKey, setKey, clearKey] = useDraft('new-board:key', '');
  const [template, setTemplate, clearTemplate] = useDraft('new-board:template', 'kanban');
  const [firstHue] = useState(() => String(BOARD_HUES[boards.length % BOARD_HUES.length]?.hue ?? 190));
  const [hue, setHue, clearHue] = useDraft('new-board:hue', firstHue);
  const [description, setDescription, clearDescription] = useDraft('new-board:description', '');
  const taken = boards.map((board) => board.key);
  const proposed = title.trim() === '' ? '' : proposeKey(title, taken);
  return {
    title: { text: title, set: setTitle },
    key: { text: ownKey === '' ? proposed : ownKey, isByHand: ownKey !== '', set: setKey },
    template: { text: template, set: setTemplate },
    hue: { text: hue, set: setHue },
    description: { text: description, set: setDescription },
    clear: () => {
      for (const each of [clearTitle, clearKey, clearTemplate, clearHue, clearDescription]) each();
    },
  };
}

/** The same for as long as the same is asked for: a try after an answer that got lost finds the board that was made. */
function useChangeId(wish: string): string {
  const [current, setCurrent] = useState(() => ({ wish, id: newId() }));
  if (current.wish === wish) return current.id;
  const next = { wish, id: newId() };
  setCurrent(next);
  return next.id;
}
