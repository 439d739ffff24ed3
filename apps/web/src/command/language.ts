import { isCertain } from '@talkan/board/command/certain';
import { complete } from '@talkan/board/command/complete';
import { grammarOf } from '@talkan/board/command/grammar';
import { understand } from '@talkan/board/command/understand';

/** The typed command language: fetched when somebody is about to type. */
export const language = { complete, grammarOf, isCertain, understand };
export type CommandLanguage = typeof language;
