import { remembering, tableOf } from './words.js';

/** What words say is to be done. Where none of them is known, the names in the message must do. */
export type Cue =
  | 'move'
  | 'create'
  | 'text'
  | 'comment'
  | 'assign'
  | 'label'
  | 'date'
  | 'priority'
  | 'estimate'
  | 'list'
  | 'tick'
  | 'link'
  | 'column'
  | 'board'
  | 'limit'
  | 'restore'
  | 'remove'
  | 'swap'
  | 'order'
  | 'any';

/** English first, then the languages that are spoken most beside it. */
const CUES: Readonly<Record<Cue, string>> = {
  move: `move moved moving mv shift drag send bring push pull advance transfer start begin finish finished complete completed close reopen done ready
    verschieb verschiebe schieb schiebe bewege zieh ziehe verleg deplace deplacer mets mettre passe passer mueve mover muevelo pon pasa pasar lleva mova
    passar leva sposta spostare metti porta verplaats zet flytta flyt siirra przenies przesun перемести перенеси передвинь переместить tasi
    移動 移动 移到 移 옮겨 옮기`,
  create: `create add new create insert open jot write capture erstell erstelle anlegen leg lege neue neuen neuer neues hinzu hinzufugen fuge
    cree creer ajoute ajouter nouvelle nouveau crea crear anade anadir agrega agregar nueva nuevo crie criar adicione adicionar nova novo aggiungi aggiungere creare
    nuova maak voeg nieuwe skapa lagg utworz dodaj nowa nowe создай добавь создать добавить новую новая ekle olustur yeni 追加 作成 新しい 添加 新建 创建 추가 만들`,
  text: `rename retitle call called title name named details detail description describe reword word rewrite replace edit update change read say note
    umbenenn umbenenne benenn benenne nenn nenne titel beschreibung andere renomme renommer appelle titre description modifie renombra renombrar llama titulo
    descripcion cambia renomeie descricao rinomina rinominare chiama titolo descrizione hernoem noem naam beschrijving byt omdop zmien nazwe opis
    переименуй назови название описание измени adini degistir 名前 変更 重命名 改名 이름`,
  comment: `comment reply remark note kommentar kommentier kommentiere commentaire commente comentario comenta comentar commento commenta opmerking reageer
    kommentera skomentuj komentarz комментарий прокомментируй yorum コメント 评论 댓글`,
  assign: `assign reassign assignee owner give hand unassign zuweis zuweise weise weis ubertrag gib assigne assigner attribue confie donne asigna asignar dale
    atribua atribuir assegna assegnare wijs toewijzen tilldela przypisz назначь поручи ata 割り当て 分配 指派 할당`,
  label: `label tag labels flag etikett etikettier markier markiere etiquette etiquetta etiqueta etiquetar etichetta tagga labelen метка тег ラベル 标签 라벨`,
  date: `due deadline schedule reschedule postpone delay start date day till until fallig frist termin datum echeance reporte fecha vence vencimiento plazo prazo
    data scadenza deadline vervaldatum termin срок дедлайн tarih 期限 締切 截止 마감`,
  priority: `priority prioritize prio urgent urgency high medium low critical important p0 p1 p2 p3 prioritat dringend hoch mittel niedrig wichtig priorite urgente haute
    moyenne basse prioridad alta media baja prioridade priorita bassa prioriteit hoog laag priorytet приоритет срочно высокий низкий oncelik 優先 优先级 우선`,
  estimate: `estimate point points effort size hours schatz schatze schatzung aufwand punkte estime estimation estimacion puntos estimativa pontos stima schatting
    szacunek оценка tahmin 見積 估算 추정`,
  list: `checklist item items step steps subtask todo checkliste punkt schritt sous-tache etape tarea elemento paso passo voce punto чеклист пункт チェックリスト 清单 체크리스트`,
  tick: `tick untick check uncheck done complete finish finished abhak hake erledigt coche marca spunta vink отметь チェック`,
  link: `block blocks blocked blocking depend depends duplicate duplicates relate relates related link linked blockier blockiert hangt verknupf bloque bloquea depende
    lie duplica relaciona blocca dipende collega blokkeert блокирует зависит`,
  column: `column columns list lane stage spalte spalten colonne colonnes columna coluna colonna kolom kolumn kolumna колонка колонку столбец sutun 列 열`,
  board: `board project tafel tableau tablero quadro bacheca bord tavla tablica доска доску pano ボード 看板 보드`,
  limit: `limit wip most maximum hochstens grenze limite limiet лимит`,
  restore: `restore unarchive bring back undelete wiederherstell wiederherstellen zuruckhol restaure restaurer restaura restaurar recupera ripristina herstel восстанови geri 復元 恢复 복원`,
  swap: `instead replace reassign swap from hand over stattdessen plutot lugar invece plaats вместо`,
  remove: `remove delete drop clear unset off without no none empty erase wipe unassign untag unlabel not undo nobody anymore
    entfern entferne losch losche ohne kein keine weg enleve enlever retire supprime supprimer sans vide quita quitar elimina borra sin
    remova remover remove sem rimuovi rimuovere togli cancella senza verwijder zonder ta bort usun без убери удали kaldir 削除 删除 移除 삭제`,
  order: `position top first second third fourth above before after below under bottom last end up down order sort reorder next swap beginning start front ahead behind higher lower higher
    oben unten erste ersten erster letzte letzten vor nach hinter uber unter anfang ende haut bas premier premiere dernier avant apres dessus dessous debut fin
    arriba abajo primero primera ultimo ultima antes despues encima debajo principio final topo cima primeiro ultimo depois prima dopo sopra sotto inizio fondo
    boven onder eerste laatste voor na forst sist overst первым первой вверх наверх вниз последним перед после ust alt ilk son 一番上 先頭 上 下 最初 最後 顶部 底部 맨위`,
  any: `put set make mark turn get keep let have want need do go apply use assign mach mache setz setze stell stelle soll fais faire definis haz pon poner
    faca defina metta fai imposta doe stel gor satt ustaw сделай поставь установи yap ayarla する 设置 해`,
};

export const cuesOf = remembering(tableOf(CUES));

/** What a vague word may stand for: of the words themselves nothing can be made. */
export const VAGUE: ReadonlySet<Cue> = new Set([
  'move',
  'create',
  'assign',
  'label',
  'date',
  'priority',
  'estimate',
  'column',
  'tick',
  'limit',
]);

/** Verbs that begin another thing to do, in languages where they stand first. */
const VERBS = tableOf({
  verb: `move shift drag send bring push pull rename retitle call assign reassign give label tag mark set put make change add create comment archive delete remove
    restore estimate prioritize schedule close finish complete reopen start tick check edit update clear unassign
    verschieb verschiebe setz setze weise gib benenn benenne erstelle lege fuge kommentier kommentiere archivier losch losche entferne mach mache
    deplace mets renomme assigne ajoute cree commente archive supprime donne mueve pon renombra asigna anade crea comenta archiva elimina dale
    mova coloque renomeie atribua adicione crie comente sposta metti rinomina assegna aggiungi commenta`,
});
export const isVerb = (word: string): boolean => VERBS(word).length > 0;

const DONE = tableOf({
  done: `done finished finish finishing complete completed completing close closed closing shipped ready erledigt fertig abgeschlossen abschliess erledige
    termine terminee fini finie finis faite fait hecho hecha listo lista terminado terminada completado completada termina acaba concluido concluida feito feita
    conclua fatto fatta finito completato klaar afgerond gedaan klar fardig valmis zrobione gotowe готово готова сделано готов tamam bitti 完了 完成 완료`,
});
/** “Done” in many languages, for a column whose cards count as done. */
export const isDoneWord = (word: string): boolean => DONE(word).length > 0;

const ME = new Set(
  `me my myself i mine mich mir ich moi je mi yo mim eu io ik mij mig jag mnie мне меня я bana ben 私 自分 我 나`.split(
    ' ',
  ),
);
export const isMe = (word: string): boolean => ME.has(word);

const EVERYDAY = new Set(
  `a an the this that these those it its them they he she him her his their our your you we us i me my of to in on at by for from with into onto as and or
  but so then than too also please pls thank hi hey ok okay yes no not all every each both some any card task ticket issue story item board column list lane
  is are was were be been has have had do does did will would should could can may might must now today tomorrow later here there one two up down out over
  if when about just only really new old same other another more most less very well back again still
  der die das den dem des ein eine einen einem einer und oder aber nach in im ins zu zum zur auf von vom fur mit an am bei aus ist sind karte karten aufgabe
  bitte auch dann noch nicht es sie ihn ihm mir mich dir
  le la les un une des du de et ou mais dans en sur pour par avec au aux est sont carte carta cartes tache svp stp aussi puis pas elle lui
  el los las una unos y o pero a al del con por para es son tarjeta tarjetas tarea favor tambien luego no lo se
  os as um uma do da dos das e mas no na em com por cartao tarefa tambem nao
  il lo gli uno di che per con su scheda anche poi non
  het een de van naar op voor met kaart taak ook dan niet en ett och till kort
  и в на с к по за карточку карточка карта задачу задача это
  bir ve bu su icin kart karti
  の を に は が と で へ も です ます カード して ください 的 在 把 到 了 和 卡片 卡 请 를 을 에 의 로 으로 카드`
    .split(/\s+/u)
    .map((word) => word.normalize('NFKD').replaceAll(/\p{M}/gu, '')),
);

/** Words that stand in everybody's messages, and so name nothing. */
export function isEveryday(word: string): boolean {
  return EVERYDAY.has(word) || cuesOf(word).length > 0;
}
