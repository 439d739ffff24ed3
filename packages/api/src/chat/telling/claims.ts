const CHANGES =
  'moved|created|added|archived|deleted|removed|renamed|edited|updated|changed|restored|reordered|placed|put|marked|set|made|completed|finished|cleared|applied';
const CLAIM = new RegExp(`\\b(done|all set|(?:is|are) now|${CHANGES})\\b`, 'i');
const CHANGED = new RegExp(`\\b(?:${CHANGES})\\b`, 'i');
const PRETENCE = new RegExp(
  `\\b(?:I|we)(?:['’]ve| have)?(?: just| now| also)* (?:${CHANGES})\\b|^\\W*(?:done|all set|all done|${CHANGES})\\b|\\b(?:was|were|has been|have been) (?:successfully )?(?:${CHANGES})\\b|\\b(?:is|are) now (?:in|called|named|at|on)\\b`,
  'im',
);

/** The same in languages that many boards are led in: what somebody says of themselves, and what is said of a thing. */
const OTHER_CHANGES =
  'verschoben|angelegt|erstellt|hinzugefügt|archiviert|gelöscht|entfernt|umbenannt|geändert|aktualisiert|erledigt|zugewiesen|wiederhergestellt|gesetzt|' +
  'déplacée?s?|créée?s?|ajoutée?s?|archivée?s?|supprimée?s?|renommée?s?|modifiée?s?|restaurée?s?|terminée?s?|' +
  'movid[oa]s?|cread[oa]s?|añadid[oa]s?|agregad[oa]s?|archivad[oa]s?|eliminad[oa]s?|borrad[oa]s?|renombrad[oa]s?|cambiad[oa]s?|actualizad[oa]s?|restaurad[oa]s?';
const OTHER_CLAIM = new RegExp(
  `(?<!\\p{L})(?:ich habe|wir haben|habe ich|haben wir|j['’]ai|nous avons|he|hemos|wurden?|(?:ist|sind) (?:jetzt|nun)|a été|ont été|ha sido|han sido)(?!\\p{L})[^.!?\\n]{0,200}(?<!\\p{L})(?:${OTHER_CHANGES})(?!\\p{L})|^\\W*(?:erledigt|fertig|c['’]est fait|hecho|listo)(?!\\p{L})`,
  'imu',
);

const LAST_WORD = new RegExp(
  `\\b(?:done|set|now|in|called|named|at|on|${CHANGES})\\b|(?<!\\p{L})(?:${OTHER_CHANGES}|fertig|fait|hecho|listo)(?!\\p{L})`,
  'iu',
);

/** Who tells what happened says by whom or when. */
const HISTORY =
  /\b(?:by|ago|yesterday|last|since|earlier|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2}(?::\d\d| (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|\d{4}-\d\d-\d\d|von|gestern|vor|am|par|hier|il y a|por|ayer|hace)\b/i;
const OWN = /\b(?:I|we|ich|wir|nous|hemos)\b|\bj['’]ai\b/i;

/** Whether a claim can come to its end with this word. */
export function mayEndClaim(word: string): boolean {
  return LAST_WORD.test(word);
}

/** Whether a text may say that something was done, by whomever. */
export function mayClaim(text: string): boolean {
  return CLAIM.test(text) || OTHER_CLAIM.test(text);
}

/** Whether a text may say that something on the board was changed; “in Done” is a place. */
export function maySayChanged(text: string): boolean {
  return CHANGED.test(text) || pretends(text);
}

/** Whether a text reads as if whoever speaks had done something just now. */
export function pretends(text: string): boolean {
  return PRETENCE.test(text) || OTHER_CLAIM.test(text);
}

/** The same of one who has looked into the past: who says by whom or when it was tells of that. */
export function pretendsNow(text: string): boolean {
  return sentencesOf(text).some((sentence) => pretends(sentence) && (OWN.test(sentence) || !HISTORY.test(sentence)));
}

/** The sentences of a text, each with the space after it. */
export function sentencesOf(text: string): string[] {
  return text.match(/[^.!?\n]*(?:[.!?]+(?=\s|$)|\n+|[.!?]|$)\s*/g)?.filter((sentence) => sentence !== '') ?? [];
}
