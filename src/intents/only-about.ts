import type { EntryKind } from '../knowledge/types.ts';
import { lightWordsOf, phraseOf } from '../search/analysis.ts';
import type { Candidate, IntentContext, Understanding } from './intent.ts';

/** Words that ask for an entry as a whole without adding to what is asked. */
const openers = new Set(
  (
    'gimme lowdown skinny gist rundown recap nutshell plain english layman laymans terms scoop intro basics primer crash course dummies tldr ' +
    'bref gros topo vulgarise vulgariser clair ' +
    'about profile overview summary describe description introduce introduction present information info details detail define definition meaning mean ' +
    'parle parler parlez propos profil apercu resume decris decrivez decrire presente presentez presenter presentation ' +
    'infos informations information renseignements details sujet definition definir definis signification cest'
  ).split(' '),
);

/** Words that ask something particular: "where is NGen" is no question about NGen as a whole. */
const particular = new Set(
  'where when why how which whose without sans cours much many need needs needed besoin besoins pay pays paying paid payer paie payant call calls open opens opened opening appel appels ouvert ouverte ouverts ou quand pourquoi comment combien quel quelle quels quelles'.split(
    ' ',
  ),
);

/** "What came of it", « ça a donné quoi » : asked of its results, in words that all but frame a question. */
const asksWhatCame =
  /\b(?:(?:came|come|comes|become|became) of|happened (?:to|with)|turned? out|donne quoi|a(?:vait)? donne|advenu|devenu(?:e|es|s)?)\b/;

/** Recognises a question that names one entry and asks nothing particular of it. */
export function onlyAbout(
  intent: string,
  understanding: Understanding,
  context: IntentContext,
  kinds: readonly EntryKind[],
): Candidate[] {
  const [id, ...others] = understanding.entries;
  if (!id || understanding.attributes.length > 0) return [];
  // What is not covered may bear the name of what is.
  if (understanding.mentions.some((mention) => mention.kind === 'unsupported')) return [];
  if (understanding.words.some((word) => particular.has(word.folded))) return [];
  if (asksWhatCame.test(phraseOf(understanding.words))) return [];
  const entry = context.knowledge.entry(id, understanding.language);
  if (!entry || !kinds.includes(entry.kind)) return [];
  // "NGen supercluster" names the term beside the cluster; a second cluster is another question.
  const rivals = others.filter((other) => {
    const kind = context.knowledge.entry(other, understanding.language)?.kind;
    return kind !== 'term' && kind !== 'programme' && context.knowledge.entry(id, 'en')?.parent !== other;
  });
  if (rivals.length > 0) return [];
  const names = understanding.mentions.filter((mention) => mention.kind === 'entry');
  // Beside a name of its own, everyday words frame it; an everyday word ("ocean") must stand alone to be a name.
  const frame = understanding.namedEntries.includes(id)
    ? new Set([...openers, ...lightWordsOf(understanding.language)])
    : openers;
  const explained = understanding.explainedBy(names, frame);
  if (explained < 0.999) return [];
  return [
    { intent, args: { entry: id }, score: 1, because: `names ${id} and asks nothing particular of it` },
  ];
}
