import { fold } from '@talkan/board/command/words';
import { isVerb } from './cues.js';
import { tokensOf } from './words.js';

const words = (list: string): string => list.trim().split(/\s+/u).join('|');

/** What a question, or a wish to be told something, begins with. */
const ASKING =
  words(`what whats which who whos whose whom when where wheres why how hows is are was were does did has am shall may might isnt arent
  tell show list summarize summarise explain find search describe count compare look read give-me-an-overview remind help
  was wer wie wo wann warum wieso weshalb welche welcher welches welchen wessen wem wen ist sind hat gibt gab zeig zeige sag sage liste erklar erklare fass fasse such
  suche finde zahl zahle hilf
  que quoi qui quand ou pourquoi combien quel quelle quels quelles est-ce est sont montre dis explique resume cherche trouve
  quien quienes cuando donde como cuanto cuantos cuantas cual cuales muestra muestrame dime lista explica resume busca esta estan hay
  o-que quem onde quanto quantos qual quais mostre diga explique
  che chi dove perche quanto quale quali mostra dimmi spiega cerca
  wat wie waar wanneer waarom hoe welke toon laat vad vem var nar varfor hur vilka
  что кто где когда почему как какие какая сколько покажи скажи объясни`);
/** Before what is really said. */
const OPENING = words(
  `and but so ok okay hi hey hello also then well please pls und aber also bitte hallo et mais salut y pero hola e ma ciao oi`,
);
const ASKS = new RegExp(
  `^[^\\p{L}\\p{N}]*(?:(?:${OPENING})[^\\p{L}\\p{N}]+)*(?:(?:${ASKING})(?![\\p{L}\\p{N}])|(?:do|have|had|can|could|should|would|will|must) (?:i|we|they|it|he|she|the|any|anyone|someone|this|that|these|those|all)(?![\\p{L}]))`,
  'u',
);
/** “Can you move it?” is asked, and meant otherwise. */
const POLITE =
  /^[^\p{L}\p{N}]*(?:(?:please|hi|hey|ok|bitte|and|also)[^\p{L}]+)*(?:(?:can|could|would|will) you|kannst du|konntest du|konnen sie|konnten sie|wurdest du|peux-tu|pourrais-tu|pouvez-vous|pourriez-vous|tu peux|puedes|podrias|puede|podria|voce pode|pode|poderia|puoi|potresti|kun je|kan je|zou je)(?![\p{L}])/u;
const TELLING =
  /(?<!\p{L})(?:tell|show|say|list|summari[sz]e|explain|find|search|describe|count|see|know|check|look|whether|if|what|which|who|when|where|why|how|sagen|zeigen|erklaren|ob|was|wer|wann|wo|warum|wie|dire|montrer|expliquer|si|pourquoi|quand|comment|decir|decirme|mostrar|explicar|cuando|donde|por que|dirmi|mostrare)(?!\p{L})/u;
/** What is not to be done. */
const FORBIDS =
  /(?<!\p{L})(?:dont|do not|doesnt|never|must not|mustnt|should not|shouldnt|leave \S+(?: \S+)? (?:alone|as)|nicht|niemals|nie|jamais|nunca|jamas|nao|non|niet|nooit|не|никогда)(?!\p{L})|^\P{L}*no (?=\p{L})|(?<!\p{L})(?:ne|n) ?\p{L}+.* pas(?!\p{L})/u;

/** What others have said is no order. */
const REPORTS =
  /(?<!\p{L})(?:said|says|wrote|writes|told|asked|reported|sagte|schrieb|meinte|a dit|ecrit|dijo|escribio|disse|ha detto|schreef|сказал|сказала|написал)(?!\p{L})/u;

/** Whether a sentence, with the sign at its end, wants nothing to be done. */
export function asksOnly(sentence: string, end: string): boolean {
  const plain = fold(sentence).replaceAll(/\s+/gu, ' ');
  if (FORBIDS.test(plain)) return true;
  const [first] = tokensOf(plain);
  if (REPORTS.test(plain) && !(first && isVerb(first.word))) return true;
  if (POLITE.test(plain))
    return TELLING.test(plain) || !tokensOf(plain).some(({ word }) => isVerb(word) || isVerbAtEnd(word));
  return /[?？؟;⸮՞]/u.test(end) || ASKS.test(plain);
}

/** “Kannst du RM-4 nach Done verschieben?” */
function isVerbAtEnd(word: string): boolean {
  return /(?:schieben|setzen|weisen|benennen|stellen|legen|fugen|kommentieren|loschen|entfernen|placer|mettre|renommer|assigner|ajouter|creer|mover|poner|asignar|anadir|crear|spostare|mettere|assegnare)$/u.test(
    word,
  );
}
