import { findAttribute, programmeId } from '../intents/lookup.ts';
import { openerWords } from '../intents/registry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { sentencesOf } from '../knowledge/sentences.ts';
import type { Section } from '../knowledge/types.ts';
import { type Form, formsIn, isGrammar, phraseOf, type Word, wordsOf } from '../search/analysis.ts';
import type { Target } from '../search/passage.ts';
import { createSearch, type Search } from '../search/search.ts';
import type { SearchData } from '../search/search-data.ts';
import { blockText, plain, textsOf } from '../search/section-texts.ts';
import { createSpelling } from '../search/spelling.ts';
import {
  answeredWhom,
  besideTheOther,
  countOfThem,
  type Earlier,
  ofTheQuestion,
  ofTheTerm,
  ofTheThing,
  withoutPronouns,
} from './antecedent.ts';
import { askedOfIt } from './asked-of-it.ts';
import { shownFirst } from './beside-others.ts';
import { clusterTold } from './cluster-told.ts';
import { inheritedEntries, isBareField, isField, passages, pointers } from './follow-up.ts';
import { withPerson } from './person.ts';
import { replaced } from './replaced.ts';
import { rewritten } from './rewritten.ts';
import { spelledOut } from './spelled-out.ts';
import { type Shown, withThing } from './thing-meant.ts';
import type { Question, Turn } from './types.ts';
import { type Understood, understand } from './understand.ts';
import { withAllClusters, withCluster, withField } from './which-cluster.ts';
import { whyOrHow } from './why-and-how.ts';

export interface Reader {
  readonly search: Search;
  /** @param text the question, cleaned */
  understand(text: string, question: Question): Understood;
}

/** Reads a question by itself first; where it does not stand by itself, again with what its thread is about. */
export function createReader(knowledge: Knowledge, fallback: Language, kept?: SearchData): Reader {
  const search = createSearch(knowledge, kept);
  const spelling = createSpelling(search.lexicon, openerWords());
  // A part of a question, or the question without what only frames it, is read on several ways to an answer.
  const known = new WeakMap<readonly Turn[], Map<string, Understood>>();
  return {
    search,
    understand(text, question) {
      const ofTurns = known.get(question.turns) ?? new Map<string, Understood>();
      known.set(question.turns, ofTurns);
      const key = JSON.stringify([text, question.language, question.about]);
      const understood = ofTurns.get(key) ?? understandIn(text, question);
      ofTurns.set(key, understood);
      return understood;
    },
  };

  function understandIn(text: string, question: Question): Understood {
    const last = question.turns.at(-1);
    const input = {
      text: withField(
        withCluster(
          withPerson(spelledOut(withItsName(text, last), last), question.turns, knowledge),
          last,
          knowledge,
        ),
        last,
        fieldsIn,
      ),
      preferred: question.language,
      previous: last?.language,
      fallback,
      inThread: last !== undefined,
    };
    const ofAll = withAllClusters(input.text, last, knowledge);
    if (ofAll !== undefined) return understand({ ...input, text: ofAll }, search, spelling);
    const alone = understand(input, search, spelling);
    const ofTold = last && ofTheClusterTold(alone, last);
    if (ofTold !== undefined) return understand({ ...input, text: ofTold }, search, spelling);
    // "Cheese?" after the beef quota is about another field, which another entry may tell of.
    const isOtherField = last && isBareField(alone) && read(last.meaning).mentions.some(isField);
    const inherited = (
      isOtherField ? [] : inheritedEntries(alone, question.turns, search.namesCluster)
    ).filter(
      // `/ceta` says what it is about: an earlier topic counts only where it belongs to that.
      (id) => !question.about || id === question.about || parentOf(id) === question.about,
    );
    const scope = question.about && alone.entries.length === 0 ? [question.about] : [];
    const about = inherited.length > 0 ? inherited : scope;
    const answeredBefore = last && targetOf(last);
    const ofAnother =
      last && (passages.has(last.intent) || last.intent === 'attribute') ? askedAnew(alone, last) : undefined;
    if (inherited.length > 0 && standsByItself(alone, last)) return alone;
    if (ofAnother !== undefined) {
      // Asked of another country or year, what was shown before has no more claim than anything else.
      return understand({ ...input, text: ofAnother, inherited: about }, search, spelling);
    }
    const ofIt = last && askedOfIt(alone.words, wordsOf(last.meaning), () => toldBy(last));
    if (ofIt !== undefined) {
      return understand({ ...input, text: ofIt, inherited: about, answeredBefore }, search, spelling);
    }
    const full = last && questionInFull(alone, question.turns, inherited.length > 0);
    if (about.length === 0 && full === undefined) return alone;
    // An attribute that the question names needs no help of the earlier one, where it is one of what is asked.
    const helped = !alone.attributes.some((attribute) => isTold(attribute, inherited));
    const leans = inherited.length > 0 && full === undefined && helped;
    const earlier = leans ? last?.meaning : undefined;
    const leaning = {
      inherited: about,
      earlier,
      answeredBefore,
      rewritten: full,
    };
    return understand({ ...input, ...leaning }, search, spelling);
  }

  function withItsName(text: string, last: Turn | undefined): string {
    const [entity] = last?.entities ?? [];
    if (!last || !entity || !search.namesCluster([entity])) return text;
    return text.replace(theRealOne, search.nameOf(entity, last.language));
  }

  /** "When did it become a full member of Eureka?" names what was not told of before, and finds it. */
  function standsByItself(alone: Understood, last: Turn | undefined): boolean {
    const shown = sectionOf(last);
    if (!last || alone.words.length < wordsOfItsOwn || oneOfThem.test(phraseOf(alone.words))) return false;
    if (search.namesCluster(last.entities) && alone.words.some(({ folded }) => pointers.has(folded)))
      return false;
    const [best] = alone.hits;
    const found = best?.section && knowledge.section(best.entry, best.section, alone.language);
    if (!shown || !best || !found) return false;
    if (best.confidence < surelyFound || best.miss !== 'none') return false;
    if (found.entry === shown.entry && found.id === shown.id) return false;
    const stem = (word: Form) => search.lexicon.stem(word, alone.language);
    const told = new Set(textsOf(shown).flatMap(formsIn).map(stem));
    const finds = new Set(textsOf(found).flatMap(formsIn).map(stem));
    const isNew = (word: Word) =>
      !search.frames(word, alone.language) &&
      !isGrammar(word.folded) &&
      !told.has(stem(word)) &&
      finds.has(stem(word)) &&
      search.weight(stem(word), alone.language) >= rare;
    return alone.words.some(isNew);
  }

  /** The programme answers which of its clusters is meant: what is asked next is asked of that one. */
  function ofTheClusterTold(alone: Understood, last: Turn): string | undefined {
    const shown = last.entities[0] === programmeId ? sectionOf(last) : undefined;
    if (!shown || alone.namedEntries.length > 0 || asksWhichCluster(alone.words)) return undefined;
    const frames = (word: Word) => search.frames(word, alone.language);
    const told = clusterTold(alone.words, wordsOf(last.meaning), shown, frames, search);
    if (!told) return undefined;
    // "That first batch" was spoken of in the earlier question.
    const spokenOf = pointsAtThing.test(phraseOf(alone.words))
      ? wordsOf(last.meaning).filter((word) => !frames(word))
      : [];
    const names = [search.nameOf(told, alone.language), ...spokenOf.map(({ surface }) => surface)];
    return `${withoutPronouns(alone.words)} ${names.join(' ')}`;
  }

  /** The question as whoever began with it would have asked it. */
  function askedAnew(alone: Understood, last: Turn): string | undefined {
    const before = read(last.meaning);
    const shown = sectionOf(last);
    return (
      whyOrHow(alone.words, last, before, knowledge) ??
      answeredWhom(alone.words, last) ??
      replaced(alone, before, shown, sectionOfAttribute)
    );
  }

  /** The question with what it points to in the one before; undefined where it needs nothing of it but its subject. */
  function questionInFull(alone: Understood, turns: readonly Turn[], inherits: boolean): string | undefined {
    const last = turns.at(-1)!;
    const before = read(last.meaning);
    const known = {
      frames: (word: Word) => search.frames(word, alone.language),
      tells: (attribute: string) => isTold(attribute, last.entities),
      anotherCluster: search.namesCluster(alone.entries) && search.namesCluster(last.entities),
    };
    return (
      (inherits ? (countOfThem(alone, before) ?? ofTheThing(alone, last, before)) : undefined) ??
      ofTheQuestion(alone, last, before) ??
      (inherits ? ofTheTerm(alone, last, before, knowledge) : undefined) ??
      (inherits ? ofTheThingShown(alone, turns) : undefined) ??
      rewritten(alone, last, before, known) ??
      besideTheOther(alone, last, knowledge)
    );
  }

  /** Told of in the last answer, or in the one before if that showed the same. */
  function ofTheThingShown(alone: Understood, turns: readonly Turn[]): string | undefined {
    const shown = sectionOf(turns.at(-1));
    if (!shown) return undefined;
    const same = turns.slice(-2).filter((turn) => sectionOf(turn) === shown);
    return same
      .toReversed()
      .reduce<string | undefined>(
        (found, { meaning }) => found ?? withThing(alone, read(meaning), whatOf(shown, alone)),
        undefined,
      );
  }

  function whatOf(section: Section, { language }: Understood): Shown {
    return {
      section,
      isOneThing: search.namesCluster([section.entry]),
      frames: (word) => search.frames(word, language),
      stem: (word) => search.lexicon.stem(word, section.language),
    };
  }

  /** The sentences that answered a turn, where one passage did. */
  function toldBy(turn: Turn): string[] {
    const shown = sectionOf(turn);
    if (shown) return [plain(shown.lead), ...shown.details.map(blockText)].flatMap(sentencesOf);
    if (turn.intent !== 'attribute') return [];
    const { entry, attribute } = turn.args;
    const facts = knowledge.entry(entry ?? '', turn.language)?.facts ?? [];
    return facts.filter((fact) => fact.attribute === attribute).map((fact) => plain(fact.text));
  }

  /** The first section that a turn showed. */
  function sectionOf(turn: Turn | undefined): Section | undefined {
    const first = shownFirst(turn);
    return first && knowledge.section(first.args.entry ?? '', first.args.section ?? '', first.language);
  }

  function read(text: string): Earlier {
    const words = wordsOf(text);
    return { words, mentions: search.gazetteer.find(words) };
  }

  function fieldsIn(earlier: string): string[] {
    return search.gazetteer
      .find(wordsOf(earlier))
      .filter(({ kind }) => kind === 'sector' || kind === 'technology' || kind === 'province')
      .map((mention) => mention.words);
  }

  function sectionOfAttribute(attribute: string): string | undefined {
    return findAttribute(knowledge, attribute)?.section;
  }

  /** Whether a section or a statement of an entry answers an attribute. */
  function isTold(attribute: string, entries: readonly string[]): boolean {
    const section = sectionOfAttribute(attribute);
    return entries.some((id) => {
      const entry = knowledge.entry(id, 'en');
      return (
        entry?.facts.some((fact) => fact.attribute === attribute) ||
        entry?.sections.some((one) => one.id === section)
      );
    });
  }

  function parentOf(id: string): string | undefined {
    return knowledge.entry(id, 'en')?.parent;
  }
}

/** "Which cluster is the slowest?" asks it of all. */
function asksWhichCluster(words: readonly Word[]): boolean {
  return /^(?:and |et )?(?:which|what|quelles?) (?:super)?(?:clusters?|grappes?)\b/.test(phraseOf(words));
}

/** "Where's the Canadian one based?" after a namesake: the one that the thread is about. */
const theRealOne = /(?<![\p{L}])(?:the (?:canadian|real|actual) one|la canadienne|la vraie)(?![\p{L}])/iu;

/** "The one for cars": of several that were told of. */
const oneOfThem = /\b(?:ones?|celle|celui|ceux|celles)\b/;
/** Words. A shorter question leans on what was said before. */
const wordsOfItsOwn = 5;
const surelyFound = 0.9;
/** What one word in many has says what is meant. */
const rare = 3;

const pointsAtThing = /\b(?:that|this|those|these|cette|cet|ces) \w/;

/** The passage that a turn showed; undefined where it showed none or several. */
function targetOf({ intent, args: { entry, section, attribute } }: Turn): Target | undefined {
  if (!entry) return undefined;
  if (intent === 'section' && section) return { entry, section };
  return intent === 'attribute' && attribute && !attribute.includes(',') ? { entry, attribute } : undefined;
}
