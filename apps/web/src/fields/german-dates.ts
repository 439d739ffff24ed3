/** German words of a date as the English ones. */
const WORDS: Readonly<Record<string, string>> = {
  heute: 'today',
  morgen: 'tomorrow',
  übermorgen: 'in 2 days',
  gestern: 'yesterday',
  montag: 'monday',
  dienstag: 'tuesday',
  mittwoch: 'wednesday',
  donnerstag: 'thursday',
  freitag: 'friday',
  samstag: 'saturday',
  sonnabend: 'saturday',
  sonntag: 'sunday',
  januar: 'january',
  jänner: 'january',
  februar: 'february',
  feber: 'february',
  märz: 'march',
  mär: 'march',
  mai: 'may',
  juni: 'june',
  juli: 'july',
  oktober: 'october',
  okt: 'october',
  dezember: 'december',
  dez: 'december',
  nächsten: 'next',
  nächste: 'next',
  nächster: 'next',
  nächstes: 'next',
  um: 'at',
  einem: 'a',
  einer: 'a',
  tag: 'day',
  tagen: 'days',
  woche: 'week',
  wochen: 'weeks',
  monat: 'month',
  monaten: 'months',
  mittag: 'noon',
};

/** `24. dez um 14 uhr` as `24. december at 14:00`; other words stay. */
export function fromGerman(words: string): string {
  return words
    .replace(/\b(\d{1,2})(?:[.:](\d{2}))? uhr\b/u, (_, hours: string, minutes = '00') => `${hours}:${minutes}`)
    .replace(/^am /u, 'on ')
    .replaceAll(/\p{L}+/gu, (word) => WORDS[word] ?? word);
}
