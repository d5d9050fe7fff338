/** "When did she become CEO?": whom a pronoun means, by what the thread showed last. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { peopleId } from '../knowledge/people.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import { plain } from '../search/section-texts.ts';
import type { Turn } from './types.ts';

/** "Her" and "his" own something; French possessives tell nothing of the owner, who may be a cluster. */
const pronouns: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:he|she|him|his|her)\b/giu,
  fr: /(?:-t)?-(?:il|elle|lui)(?![\p{L}-])|(?<![\p{L}-])(?:il|elle|lui)(?![\p{L}-])/giu,
};
/** « Il faut », « y a-t-il » : nobody is meant. */
const impersonal =
  /\bil (?:n['’]?)?(?:y|faut|faudra|fallait|existe|s['’]agit|suffit|est (?:vrai|possible|question|temps))\b|\b(?:faut|existe|suffit|y a)(?:-t)?-il\b|\best-il (?:vrai|possible)\b/iu;

/** « Où est-elle située ? », « combien a-t-elle reçu ? » : a cluster has a seat, money and members, a person has not. */
const ofACluster =
  /(?<![\p{L}-])(?:ville|situ[ée]e?s?|bas[ée]e?s?|établie?s?|implantée?s?|siège|membres?|projets?|argent|financ\p{L}*|reçue?|budget|cotisation|coût\p{L}*)(?![\p{L}-])|(?<!\p{L})o[uù] (?:est|sont)-/iu;

/** @returns the question with the person's name in place of the pronouns; as it is where nobody is meant */
export function withPerson(text: string, turns: readonly Turn[], knowledge: Knowledge): string {
  // Whatever its own language: "and she?" in a French thread.
  const name = personMeant(turns, knowledge, text);
  if (name === undefined || impersonal.test(text)) return text;
  const named = text.replace(pronouns.en, (pronoun) => (/^hi?s$|^her$/i.test(pronoun) ? `${name}'s` : name));
  if (ofACluster.test(text)) return named;
  return named.replace(pronouns.fr, ` ${name} `).replace(/ {2,}/g, ' ').trim();
}

/** Of whom was told last; "he" and "she" mean a person of the turn before, too, where the last told of none. */
function personMeant(turns: readonly Turn[], knowledge: Knowledge, text: string): string | undefined {
  const [last, before] = turns.slice(-2).toReversed();
  const name = last && personOf(last, knowledge);
  if (name !== undefined || !before || !/\b(?:he|she|him)\b/iu.test(text)) return name;
  return personOf(before, knowledge);
}

/** The one person whom an answer was about: by an attribute, a portrait, or who leads in a section of an entry. */
function personOf({ intent, args, language }: Turn, knowledge: Knowledge): string | undefined {
  const { entry: id = '', section: sectionId = '', attribute = '' } = args;
  const entry = knowledge.entry(id, language);
  if (!entry) return undefined;
  const persons = entry.facts.flatMap(({ attribute: of, value }) =>
    value.type === 'person' ? [{ of, name: value.name }] : [],
  );
  if (intent === 'attribute') return persons.find(({ of }) => attribute.split(',').includes(of))?.name;
  if (intent !== 'section') return undefined;
  const section = knowledge.section(id, sectionId, language);
  if (!section) return undefined;
  if (id === peopleId) return sectionId === 'overview' ? undefined : section.heading;
  const lead = plain(section.lead);
  const answering = /^lead:(\d+)$/.exec(args.focus ?? '')?.[1];
  const told = answering && personIn(sentencesOf(lead)[Number(answering)] ?? '', language, knowledge);
  if (told) return told;
  const [first] = persons
    .map(({ name }) => ({ name, at: placeIn(lead, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return first?.name;
}

/** The first person of whom there is a portrait, in the sentence that answered. */
function personIn(sentence: string, language: Language, knowledge: Knowledge): string | undefined {
  const people = knowledge.entry(peopleId, language)?.sections.map(({ heading }) => heading) ?? [];
  const [first] = people
    .map((name) => ({ name, at: placeIn(sentence, name) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return first?.name;
}

/** "Jayson (Jay) Myers" is Jayson Myers. */
function placeIn(text: string, name: string): number {
  const at = text.replace(/ \([^()]{1,20}\)/g, '').indexOf(name);
  return at < 0 ? at : text.indexOf(name.split(' ')[0]!);
}
