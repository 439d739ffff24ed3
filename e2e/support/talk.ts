import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { Person } from '@talkan/api/testing';
import { boardOn } from './board.js';

/** What was said on the open card, by what a person calls its parts. */
export interface TalkView {
  readonly activity: Locator;
  readonly field: Locator;
  readonly comments: Locator;
  comment(words: string | RegExp): Locator;
  /** Types and sends a comment. */
  say(text: string): Promise<void>;
  /** Chooses from the menu of a comment. */
  choose(comment: Locator, action: string): Promise<void>;
}

export function talkOn(page: Page): TalkView {
  const activity = boardOn(page).sheet.getByRole('region', { name: 'Activity' });
  const field = activity.getByRole('textbox', { name: 'Write a comment' });
  const comments = activity.getByRole('article', { name: /^Comment by/ });
  return {
    activity,
    field,
    comments,
    comment: (words) => comments.filter({ hasText: words }),
    async say(text) {
      await field.fill(text);
      await activity.getByRole('button', { name: 'Comment', exact: true }).click();
    },
    async choose(comment, action) {
      await comment.getByRole('button', { name: /^Actions for/ }).click();
      await page.getByRole('menuitem', { name: action }).click();
    },
  };
}

type Operations = Parameters<Person['caller']['boards']['commit']>[0]['operations'];

/** Changes a board without a page. */
export function commitAs({ caller, boardId }: Person, ...operations: Operations) {
  return caller.boards.commit({ boardId, changeId: randomUUID(), operations });
}

interface Said {
  readonly cardId: string;
  readonly commentId: string;
}

/** Says something about a card without a page. */
export function sayAs(person: Person, text: string, { commentId, cardId = 'card-1' }: Partial<Said> = {}) {
  return commitAs(person, { type: 'comment.create', cardId, commentId: commentId ?? randomUUID(), text });
}
