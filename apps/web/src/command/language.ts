import { isCertain } from '@talkan/board/command/certain';
import { complete } from '@talkan/board/command/complete';
import { isVerb } from '@talkan/board/command/read-clause';
import { understand } from '@talkan/board/command/understand';

/** The typed command language: fetched when somebody is about to type. */
export const language = { complete, isCertain, isVerb, understand };
export type CommandLanguage = typeof language;
