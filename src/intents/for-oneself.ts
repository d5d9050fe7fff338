/** "Could NGen fund us?": whoever asks whether a cluster would pay for his project wants its rules, not what it gets itself. */
import { phraseOf, type Word } from '../search/analysis.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';

const own =
  '(?:us|me|(?:my|our) (?:own )?(?:[\\p{L}\\d]{1,30} )?(?:projects?|pilots?|ideas?|firm|company|business|start ?up|plant|factory|shop|lab|farm|boat|prototypes?|work|r d))';
const notre =
  '(?:(?:mon|ma|mes|notre|nos) (?:[\\p{L}\\d]{1,30} )?(?:projets?|pilotes?|idees?|entreprise|societe|compagnie|pme|usine|atelier|labo|ferme|prototypes?|travaux))';
const pays = new RegExp(
  [
    `\\b(?:fund|funds|finance|finances|sponsor|subsidi[sz]e|bankroll|back|pay for|put money into|give money to|chip in for) ${own}\\b`,
    '\\b(?:nous|me|m) (?:financ|subventionn|pay)\\p{L}{1,12}\\b',
    `\\b(?:financ|subventionn)\\p{L}{1,12}(?: (?:il|elle|ils|elles|t il|t elle))? ${notre}\\b`,
  ].join('|'),
  'u',
);
/** Asked of the past or for one thing about it, the rules are no answer. */
const other = /^(?:when|who|why|which|quand|qui|pourquoi|quels?|quelles?)\b/;
const ofTime = /\b(?:how long|how soon|how fast|combien de temps)\b/;

/** Above the sum that a cluster has, whose word it is. */
const sure = 0.93;

export function asksForOneself(words: readonly Pick<Word, 'folded'>[]): boolean {
  const phrase = phraseOf(words);
  return pays.test(phrase) && !other.test(phrase) && !ofTime.test(phrase);
}

/** @returns undefined where nobody asks one cluster for what is his */
export function fundsForUs(
  { words, entries, described }: Understanding,
  { knowledge, language }: Pick<IntentContext, 'knowledge' | 'language'>,
): Candidate | undefined {
  if (!asksForOneself(words)) return undefined;
  const clusters = new Set(
    [...entries, ...described].filter((id) => knowledge.entry(id, language)?.kind === 'cluster'),
  );
  const [entry] = clusters;
  if (!entry || clusters.size > 1 || !knowledge.section(entry, 'funding', language)) return undefined;
  return {
    intent: 'section',
    args: { entry, section: 'funding' },
    score: sure,
    because: `asks whether ${entry} pays for what is one's own`,
  };
}
