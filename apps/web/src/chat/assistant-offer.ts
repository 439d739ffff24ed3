import { t } from '@talkan/words/words';
import { MessageSquare } from 'lucide-react';

/** The way to the assistant, in the palette. */
export const ASSISTANT_OFFER = { label: t`Assistant`, icon: MessageSquare, also: t`ask chat talk ai` } as const;
