/** « On est une coop de Gatineau, comment entrer dans une grappe ? » : what one tells of oneself before a question. */
import { bareLetters } from '../knowledge/fold.ts';
import type { Bare } from './who-asks.ts';

const told =
  /^(?:(?:bonjour|salut|allo|bonsoir)[ ,!.]{1,3})?(?:(?:on|nous|je|j['’])\s?(?:est|sommes|suis|ai|a|avons|fait|faisons|fais|fabrique|fabriquons|vend|vendons|vends|produit|produisons|produis|cultive|cultivons|dirige|dirigeons|gere|gerons|exporte|exportons|importe|importons|travaille|travaillons|developpe|developpons)|(?:notre|mon|ma)\s\p{L}{2,20}\s(?:est|fait|fabrique|vend|produit|exporte|importe|se trouve))(?![\p{L}])[^?!]{3,140}?[,.;:–—]\s?(?=(?:comment|combien|quels?|quelles?|qui|quand|ou|est-ce|peut-on|puis-je|pouvons|dois-je|devons|faut-il|y a|que|qu['’]|a qui|a quel|par ou|c['’]est|existe|laquelle|lequel)(?![\p{L}]))/iu;
/** What points back to what was told; « en Europe » and « y a-t-il » do not. */
const pointing =
  /(?<![\p{L}-])(?:ca|cela|y(?! a(?!\p{L}))|en(?= \p{L}{2,20}(?:er|ir|re|oir)(?!\p{L}))|(?<=(?:on|nous|je|j['’]|il|elle|ils|elles) )en|celui|celle|ceux|celles|la-bas|leurs?)(?![\p{L}'’-])/iu;
/** Words. A question of fewer says too little without what is before it. */
const fewest = 4;

/** @returns undefined where nobody tells of himself first, or the question hangs on it */
export function withoutTeller(text: string): Bare | undefined {
  const before = told.exec(bareLetters(text))?.[0];
  if (before === undefined) return undefined;
  const asked = text.slice(before.length).trim();
  const says = asked.split(/\s+/u).filter((word) => /\p{L}/u.test(word)).length;
  return says < fewest || pointing.test(bareLetters(asked)) ? undefined : { text: asked, toldByAsker: true };
}
