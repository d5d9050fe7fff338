import { openerWords } from '../intents/registry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { type Word, wordsOf } from '../search/analysis.ts';
import type { Target } from '../search/passages.ts';
import { createSearch, type Search } from '../search/search.ts';
import { createSpelling } from '../search/spelling.ts';
import {
  besideTheOther,
  countOfThem,
  type Earlier,
  ofTheQuestion,
  ofTheTerm,
  ofTheThing,
} from './antecedent.ts';
import { inheritedEntries, isBareField, isField } from './follow-up.ts';
import { withPerson } from './person.ts';
import { rewritten } from './rewritten.ts';
import { spelledOut } from './spelled-out.ts';
import type { Question, Turn } from './types.ts';
import { type Understood, understand } from './understand.ts';
import { withAllClusters, withCluster, withField } from './which-cluster.ts';

export interface Reader {
  readonly search: Search;
  /** @param text the question, cleaned */
  understand(text: string, question: Question): Understood;
}

/** Reads a question by itself first; where it does not stand by itself, again with what its thread is about. */
export function createReader(knowledge: Knowledge, fallback: Language): Reader {
  const search = createSearch(knowledge);
  const spelling = createSpelling(search.lexicon, openerWords());
  return {
    search,
    understand(text, question) {
      const last = question.turns.at(-1);
      const input = {
        text: withField(
          withCluster(withPerson(spelledOut(text, last), last, knowledge), last, knowledge),
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
      const full = last && questionInFull(alone, last, inherited.length > 0);
      if (about.length === 0 && full === undefined) return alone;
      // An attribute that the question names needs no help of the earlier one, where it is one of what is asked.
      const helped = !alone.attributes.some((attribute) => isTold(attribute, inherited));
      const leans = inherited.length > 0 && full === undefined && helped;
      const earlier = leans ? last?.meaning : undefined;
      const answeredBefore = last && targetOf(last);
      const leaning = {
        inherited: about,
        earlier,
        answeredBefore,
        rewritten: full,
      };
      return understand({ ...input, ...leaning }, search, spelling);
    },
  };

  /** The question with what it points to in the one before; undefined where it needs nothing of it but its subject. */
  function questionInFull(alone: Understood, last: Turn, inherits: boolean): string | undefined {
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
      rewritten(alone, last, before, known) ??
      besideTheOther(alone, last, knowledge)
    );
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

  /** Whether a section or a statement of an entry answers an attribute. */
  function isTold(attribute: string, entries: readonly string[]): boolean {
    const section = knowledge.vocabulary.attributes.find(({ id }) => id === attribute)?.section;
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

/** The passage that a turn showed; undefined where it showed none or several. */
function targetOf({ intent, args: { entry, section, attribute } }: Turn): Target | undefined {
  if (!entry) return undefined;
  if (intent === 'section' && section) return { entry, section };
  return intent === 'attribute' && attribute && !attribute.includes(',') ? { entry, attribute } : undefined;
}
