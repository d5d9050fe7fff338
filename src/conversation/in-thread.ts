import { openerWords } from '../intents/registry.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/language.ts';
import { wordsOf } from '../search/analysis.ts';
import type { Target } from '../search/passages.ts';
import { createSearch, type Search } from '../search/search.ts';
import { createSpelling } from '../search/spelling.ts';
import { besideTheOther, type Earlier, ofTheTerm, ofTheThing } from './antecedent.ts';
import { inheritedEntries } from './follow-up.ts';
import { withPerson } from './person.ts';
import { rewritten } from './rewritten.ts';
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
        text: withField(withCluster(withPerson(text, last, knowledge), last, knowledge), last, fieldsIn),
        preferred: question.language,
        previous: last?.language,
        fallback,
        inThread: last !== undefined,
      };
      const ofAll = withAllClusters(input.text, last, knowledge);
      if (ofAll !== undefined) return understand({ ...input, text: ofAll }, search, spelling);
      const alone = understand(input, search, spelling);
      const inherited = inheritedEntries(alone, question.turns, search.namesCluster).filter(
        // `/ceta` says what it is about: an earlier topic counts only where it belongs to that.
        (id) => !question.about || id === question.about || parentOf(id) === question.about,
      );
      const scope = question.about && alone.entries.length === 0 ? [question.about] : [];
      const about = inherited.length > 0 ? inherited : scope;
      const before = last && read(last.meaning);
      const thing = last && before && inherited.length > 0 ? ofTheThing(alone, last, before) : undefined;
      const term = last && before && inherited.length > 0 ? ofTheTerm(alone, last, before) : undefined;
      const full =
        thing ??
        term ??
        (last &&
          before &&
          rewritten(alone, last, before, {
            frames: (word) => search.frames(word, alone.language),
            tells: (attribute) => isTold(attribute, last.entities),
          })) ??
        (last && besideTheOther(alone, last, knowledge));
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
